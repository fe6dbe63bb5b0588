CREATE TABLE tally (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL CHECK (value < 1000000)
) WITHOUT ROWID;
CREATE TABLE sample (
    id     INTEGER PRIMARY KEY,
    number INTEGER,
    share  REAL,
    word   TEXT,
    bytes  BLOB
);
CREATE TABLE note (
    scope TEXT NOT NULL,
    word  TEXT NOT NULL
);
