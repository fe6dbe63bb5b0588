-- Organisations, people, what they sign in with, and what they did. Instants are Unix microseconds; secrets are kept as SHA-256.
CREATE TABLE organisation (
    id           TEXT    PRIMARY KEY,
    display_name TEXT    NOT NULL,
    language     TEXT    NOT NULL,
    suspended    INTEGER NOT NULL,
    created_us   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE person (
    organisation TEXT    NOT NULL REFERENCES organisation (id),
    id           TEXT    NOT NULL,
    display_name TEXT    NOT NULL,
    language     TEXT    NOT NULL,
    roles        INTEGER NOT NULL,
    suspended    INTEGER NOT NULL,
    created_us   INTEGER NOT NULL,
    PRIMARY KEY (organisation, id)
) WITHOUT ROWID;
CREATE TABLE sign_in_key (
    organisation TEXT    NOT NULL,
    id           TEXT    NOT NULL UNIQUE,
    person       TEXT    NOT NULL,
    kind         INTEGER NOT NULL,
    digest       BLOB    NOT NULL UNIQUE,
    label        TEXT    NOT NULL,
    roles        INTEGER NOT NULL,
    created_by   TEXT    NOT NULL,
    created_us   INTEGER NOT NULL,
    expires_us   INTEGER,
    revoked_us   INTEGER,
    last_use_day INTEGER,
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id)
) WITHOUT ROWID;
CREATE TABLE invitation (
    organisation TEXT    NOT NULL,
    id           TEXT    NOT NULL UNIQUE,
    person       TEXT    NOT NULL,
    digest       BLOB    NOT NULL UNIQUE,
    created_by   TEXT    NOT NULL,
    created_us   INTEGER NOT NULL,
    expires_us   INTEGER NOT NULL,
    accepted_us  INTEGER,
    revoked_us   INTEGER,
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id)
) WITHOUT ROWID;
-- One row: how often anything of the above changed, days of last use apart.
CREATE TABLE roster_change (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL
);
INSERT INTO roster_change (id, number) VALUES (1, 0);
-- Never changed, never removed. number is dense within an organisation; chain holds the entry and the chain of the one before.
CREATE TABLE audit (
    organisation TEXT    NOT NULL,
    number       INTEGER NOT NULL,
    at_us        INTEGER NOT NULL,
    actor        TEXT    NOT NULL,
    key_id       TEXT    NOT NULL,
    action       TEXT    NOT NULL,
    target       TEXT    NOT NULL,
    detail       TEXT    NOT NULL,
    chain        BLOB    NOT NULL,
    PRIMARY KEY (organisation, number)
) WITHOUT ROWID;
