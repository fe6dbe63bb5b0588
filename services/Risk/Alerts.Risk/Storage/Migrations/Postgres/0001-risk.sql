-- Threads with all that is needed to judge the next revision and to tell of it again.
CREATE TABLE situation (
    scope        TEXT COLLATE "C" NOT NULL,
    incident_id  TEXT COLLATE "C" NOT NULL,
    situation_id TEXT COLLATE "C" NOT NULL,
    state        BYTEA NOT NULL,
    recorded     BYTEA NOT NULL,
    PRIMARY KEY (scope, incident_id)
);
-- What each incident adds to the forecast; the ledger in memory is made from it.
CREATE TABLE contribution (
    scope        TEXT COLLATE "C" NOT NULL,
    incident_id  TEXT COLLATE "C" NOT NULL,
    revision     BIGINT NOT NULL,
    latitude     DOUBLE PRECISION NOT NULL,
    longitude    DOUBLE PRECISION NOT NULL,
    country      TEXT COLLATE "C" NOT NULL,
    local_day    BIGINT NOT NULL,
    lethal       BIGINT NOT NULL,
    PRIMARY KEY (scope, incident_id)
);
CREATE TABLE cover (
    country      TEXT COLLATE "C" PRIMARY KEY,
    first_day    BIGINT NOT NULL,
    last_day     BIGINT NOT NULL
);
-- What was said about a city, never changed afterwards.
CREATE TABLE threat_history (
    scope        TEXT COLLATE "C" NOT NULL,
    city_id      BIGINT NOT NULL,
    revision     BIGINT NOT NULL,
    as_of_us     BIGINT NOT NULL,
    body         BYTEA NOT NULL,
    PRIMARY KEY (scope, city_id, revision)
);
