-- The turn (writer_turn) in which a row was last written: what other processes wrote is read by it.
ALTER TABLE situation ADD COLUMN epoch BIGINT NOT NULL DEFAULT 0;
CREATE INDEX situation_epoch ON situation (epoch);
ALTER TABLE contribution ADD COLUMN epoch BIGINT NOT NULL DEFAULT 0;
CREATE INDEX contribution_epoch ON contribution (epoch);
ALTER TABLE cover ADD COLUMN epoch BIGINT NOT NULL DEFAULT 0;
-- An incident that adds nothing any more; kept, so that other processes learn of it.
ALTER TABLE contribution ADD COLUMN removed BIGINT NOT NULL DEFAULT 0;
