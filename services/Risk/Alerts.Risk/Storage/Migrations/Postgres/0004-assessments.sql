-- What the advisers of an organisation have signed for a city or a country, what is over included.
CREATE TABLE signed_area (
    scope        TEXT COLLATE "C" NOT NULL,
    area         TEXT COLLATE "C" NOT NULL,
    state        BYTEA NOT NULL,
    epoch        BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (scope, area)
);
