-- Imported history, one row an incident, always shared: found by the UUID of its name, listed by its start, and never folded. Bodies are alerts.v1 incidents; revision and instant of the import (0:
-- those of the body) stand beside them. Content is a digest of the body, by which an unchanged row is known, and behind its 16 bytes when the data set edited the row.
CREATE TABLE history (
    id        BYTEA NOT NULL PRIMARY KEY,
    revision  BIGINT NOT NULL,
    tlp       BIGINT NOT NULL,
    start_us  BIGINT NOT NULL,
    country   TEXT COLLATE "C" NOT NULL,
    latitude  DOUBLE PRECISION NOT NULL,
    import_us BIGINT NOT NULL,
    content   BYTEA NOT NULL,
    body      BYTEA NOT NULL
);
INSERT INTO history (id, revision, tlp, start_us, country, latitude, import_us, content, body)
    SELECT decode(replace(substr(name, 11), '-', ''), 'hex'), revision, tlp, start_us, country, south, 0, content, body FROM incident WHERE historic = 1;
DELETE FROM incident WHERE historic = 1;
CREATE INDEX history_start ON history (start_us);
