-- Organisations, people, what they sign in with, and what they did. Instants are Unix microseconds; secrets are kept as SHA-256.
CREATE TABLE organisation (
    id           TEXT COLLATE "C" PRIMARY KEY,
    display_name TEXT COLLATE "C" NOT NULL,
    language     TEXT COLLATE "C" NOT NULL,
    suspended    BIGINT NOT NULL,
    created_us   BIGINT NOT NULL
);
CREATE TABLE person (
    organisation TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    id           TEXT COLLATE "C" NOT NULL,
    display_name TEXT COLLATE "C" NOT NULL,
    language     TEXT COLLATE "C" NOT NULL,
    roles        BIGINT NOT NULL,
    suspended    BIGINT NOT NULL,
    created_us   BIGINT NOT NULL,
    PRIMARY KEY (organisation, id)
);
CREATE TABLE sign_in_key (
    organisation TEXT COLLATE "C" NOT NULL,
    id           TEXT COLLATE "C" NOT NULL UNIQUE,
    person       TEXT COLLATE "C" NOT NULL,
    kind         BIGINT NOT NULL,
    digest       BYTEA   NOT NULL UNIQUE,
    label        TEXT COLLATE "C" NOT NULL,
    roles        BIGINT NOT NULL,
    created_by   TEXT COLLATE "C" NOT NULL,
    created_us   BIGINT NOT NULL,
    expires_us   BIGINT,
    revoked_us   BIGINT,
    last_use_day BIGINT,
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id)
);
CREATE TABLE invitation (
    organisation TEXT COLLATE "C" NOT NULL,
    id           TEXT COLLATE "C" NOT NULL UNIQUE,
    person       TEXT COLLATE "C" NOT NULL,
    digest       BYTEA   NOT NULL UNIQUE,
    created_by   TEXT COLLATE "C" NOT NULL,
    created_us   BIGINT NOT NULL,
    expires_us   BIGINT NOT NULL,
    accepted_us  BIGINT,
    revoked_us   BIGINT,
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id)
);
-- One row: how often anything of the above changed, days of last use apart.
CREATE TABLE roster_change (
    id     BIGINT PRIMARY KEY CHECK (id = 1),
    number BIGINT NOT NULL
);
INSERT INTO roster_change (id, number) VALUES (1, 0);
-- Never changed, never removed. number is dense within an organisation; chain holds the entry and the chain of the one before.
CREATE TABLE audit (
    organisation TEXT COLLATE "C" NOT NULL,
    number       BIGINT NOT NULL,
    at_us        BIGINT NOT NULL,
    actor        TEXT COLLATE "C" NOT NULL,
    key_id       TEXT COLLATE "C" NOT NULL,
    action       TEXT COLLATE "C" NOT NULL,
    target       TEXT COLLATE "C" NOT NULL,
    detail       TEXT COLLATE "C" NOT NULL,
    chain        BYTEA   NOT NULL,
    PRIMARY KEY (organisation, number)
);
