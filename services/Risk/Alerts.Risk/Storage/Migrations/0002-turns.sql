-- The commit in which a row was last written (WriterTurn): what other processes wrote is read by it. 0 in a store of one process.
ALTER TABLE situation ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contribution ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cover ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;

-- An incident that adds nothing any more; kept, so that other processes learn of it.
ALTER TABLE contribution ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
