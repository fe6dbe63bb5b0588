-- What past forecasts of a country have taught, as the forecast wrote it: read at a start, and checked against the history that it was learnt over.
CREATE TABLE learnt (
    country TEXT COLLATE "C" PRIMARY KEY,
    state   BYTEA NOT NULL
);
