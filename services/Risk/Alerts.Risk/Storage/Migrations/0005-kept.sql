-- The organisation that imported a row from a source that forbids passing it on; empty for all others.
ALTER TABLE contribution ADD COLUMN kept_by TEXT NOT NULL DEFAULT '';
