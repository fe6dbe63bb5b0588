-- Imported history, one row an incident, always shared: found by the UUID of its name, listed by its start, and never folded. Bodies are alerts.v1 incidents; revision and instant of the import (0:
-- those of the body) stand beside them. Content is a digest of the body, by which an unchanged row is known, and behind its 16 bytes when the data set edited the row.
CREATE TABLE history (
    id        BLOB    NOT NULL PRIMARY KEY,
    revision  INTEGER NOT NULL,
    tlp       INTEGER NOT NULL,
    start_us  INTEGER NOT NULL,
    country   TEXT    NOT NULL,
    latitude  REAL    NOT NULL,
    import_us INTEGER NOT NULL,
    content   BLOB    NOT NULL,
    body      BLOB    NOT NULL
);
INSERT INTO history (id, revision, tlp, start_us, country, latitude, import_us, content, body)
    SELECT unhex(substr(name, 11), '-'), revision, tlp, start_us, country, south, 0, content, body FROM incident WHERE historic = 1;
DELETE FROM incident WHERE historic = 1;
CREATE INDEX history_start ON history (start_us);
