CREATE TABLE tally (
    name  TEXT COLLATE "C" PRIMARY KEY,
    value BIGINT NOT NULL CHECK (value < 1000000)
);
CREATE TABLE sample (
    id     BIGINT PRIMARY KEY,
    number BIGINT,
    share  DOUBLE PRECISION,
    word   TEXT COLLATE "C",
    bytes  BYTEA
);
CREATE TABLE note (
    scope TEXT COLLATE "C" NOT NULL,
    word  TEXT COLLATE "C" NOT NULL
);
