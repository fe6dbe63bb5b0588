-- Threads with all that is needed to judge the next revision and to tell of it again.
CREATE TABLE situation (
    scope        TEXT    NOT NULL,
    incident_id  TEXT    NOT NULL,
    situation_id TEXT    NOT NULL,
    state        BLOB    NOT NULL,
    recorded     BLOB    NOT NULL,
    PRIMARY KEY (scope, incident_id)
);
-- What each incident adds to the forecast; the ledger in memory is made from it.
CREATE TABLE contribution (
    scope        TEXT    NOT NULL,
    incident_id  TEXT    NOT NULL,
    revision     INTEGER NOT NULL,
    latitude     REAL    NOT NULL,
    longitude    REAL    NOT NULL,
    country      TEXT    NOT NULL,
    local_day    INTEGER NOT NULL,
    lethal       INTEGER NOT NULL,
    PRIMARY KEY (scope, incident_id)
) WITHOUT ROWID;
CREATE TABLE cover (
    country      TEXT PRIMARY KEY,
    first_day    INTEGER NOT NULL,
    last_day     INTEGER NOT NULL
) WITHOUT ROWID;
-- What was said about a city, never changed afterwards.
CREATE TABLE threat_history (
    scope        TEXT    NOT NULL,
    city_id      INTEGER NOT NULL,
    revision     INTEGER NOT NULL,
    as_of_us     INTEGER NOT NULL,
    body         BLOB    NOT NULL,
    PRIMARY KEY (scope, city_id, revision)
) WITHOUT ROWID;
