-- What each incident says of access to cities; the picture of a city is folded from it.
CREATE TABLE access_evidence (
    scope        TEXT COLLATE "C" NOT NULL,
    incident_id  TEXT COLLATE "C" NOT NULL,
    body         BYTEA NOT NULL,
    epoch        BIGINT NOT NULL,
    PRIMARY KEY (scope, incident_id)
);
CREATE INDEX access_evidence_epoch ON access_evidence (epoch);
-- What people entered about access. Rows are only ever added.
CREATE TABLE access_entry (
    scope        TEXT COLLATE "C" NOT NULL,
    entry_id     TEXT COLLATE "C" NOT NULL,
    body         BYTEA NOT NULL,
    epoch        BIGINT NOT NULL,
    PRIMARY KEY (scope, entry_id)
);
CREATE INDEX access_entry_epoch ON access_entry (epoch);
-- What officers were told about access, and when the next digest is due.
CREATE TABLE access_thread (
    scope        TEXT COLLATE "C" NOT NULL,
    city_id      BIGINT NOT NULL,
    body         BYTEA NOT NULL,
    epoch        BIGINT NOT NULL,
    PRIMARY KEY (scope, city_id)
);
