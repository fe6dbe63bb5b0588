-- What each incident says of access to cities; the picture of a city is folded from it.
CREATE TABLE access_evidence (
    scope        TEXT    NOT NULL,
    incident_id  TEXT    NOT NULL,
    body         BLOB    NOT NULL,
    epoch        INTEGER NOT NULL,
    PRIMARY KEY (scope, incident_id)
);
-- What people entered about access. Rows are only ever added.
CREATE TABLE access_entry (
    scope        TEXT    NOT NULL,
    entry_id     TEXT    NOT NULL,
    body         BLOB    NOT NULL,
    epoch        INTEGER NOT NULL,
    PRIMARY KEY (scope, entry_id)
);
-- What officers were told about access, and when the next digest is due.
CREATE TABLE access_thread (
    scope        TEXT    NOT NULL,
    city_id      INTEGER NOT NULL,
    body         BLOB    NOT NULL,
    epoch        INTEGER NOT NULL,
    PRIMARY KEY (scope, city_id)
);
