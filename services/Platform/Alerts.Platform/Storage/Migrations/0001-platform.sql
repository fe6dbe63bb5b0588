-- Shared by every service's store. Instants are Unix microseconds.
CREATE TABLE outbox (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    topic       TEXT    NOT NULL,
    body        BLOB    NOT NULL,
    created_us  INTEGER NOT NULL
);
CREATE TABLE inbox (
    consumer    TEXT    NOT NULL,
    event_id    TEXT    NOT NULL,
    received_us INTEGER NOT NULL,
    PRIMARY KEY (consumer, event_id)
) WITHOUT ROWID;
CREATE INDEX inbox_received ON inbox (received_us);
CREATE TABLE dead_letter (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    consumer    TEXT    NOT NULL,
    event_id    TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    body        BLOB    NOT NULL,
    created_us  INTEGER NOT NULL
);
CREATE TABLE request (
    organisation TEXT    NOT NULL,
    subject      TEXT    NOT NULL,
    request_id   TEXT    NOT NULL,
    digest       BLOB    NOT NULL,
    answer       BLOB    NOT NULL,
    created_us   INTEGER NOT NULL,
    PRIMARY KEY (organisation, subject, request_id)
) WITHOUT ROWID;
CREATE INDEX request_created ON request (created_us);
CREATE TABLE setting (
    name        TEXT PRIMARY KEY,
    value       BLOB NOT NULL
) WITHOUT ROWID;
