-- What the advisers of an organisation have signed for a city or a country, what is over included.
CREATE TABLE signed_area (
    scope        TEXT    NOT NULL,
    area         TEXT    NOT NULL,
    state        BLOB    NOT NULL,
    epoch        INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (scope, area)
) WITHOUT ROWID;
