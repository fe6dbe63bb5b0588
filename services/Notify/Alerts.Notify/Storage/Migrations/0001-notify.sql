-- The alert log, its situations, acknowledgements, watches and the watermark. Instants are Unix microseconds.
-- One row: the log's identity, its newest position with that position's chain, and the newest position that retention has removed
-- with its chain (0 and zeros while everything is kept).
CREATE TABLE alert_log (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    log_id      BLOB    NOT NULL,
    head        INTEGER NOT NULL,
    chain       BLOB    NOT NULL,
    floor       INTEGER NOT NULL,
    floor_chain BLOB    NOT NULL
);
INSERT INTO alert_log (id, log_id, head, chain, floor, floor_chain) VALUES (1, randomblob(16), 0, zeroblob(16), 0, zeroblob(16));
-- One row a position. Never changed, only removed by retention.
CREATE TABLE alert (
    position           INTEGER PRIMARY KEY,
    alert_id           TEXT    NOT NULL UNIQUE,
    scope              TEXT    NOT NULL,
    situation          TEXT    NOT NULL,
    situation_revision INTEGER NOT NULL,
    body               BLOB    NOT NULL,
    chain              BLOB    NOT NULL,
    reach              BLOB    NOT NULL,
    overlaid_in        TEXT    NOT NULL,
    created_us         INTEGER NOT NULL
);
CREATE UNIQUE INDEX alert_thread ON alert (scope, situation, situation_revision);
CREATE INDEX alert_created ON alert (created_us);
-- newest_position is null while nothing was told of the situation; open means that a snapshot shows it.
CREATE TABLE situation (
    scope              TEXT    NOT NULL,
    situation          TEXT    NOT NULL,
    assessed_revision  INTEGER NOT NULL,
    state              INTEGER NOT NULL,
    open               INTEGER NOT NULL,
    alert_count        INTEGER NOT NULL,
    newest_position    INTEGER,
    reach              BLOB    NOT NULL,
    updated_us         INTEGER NOT NULL,
    PRIMARY KEY (scope, situation)
) WITHOUT ROWID;
CREATE INDEX situation_open ON situation (newest_position) WHERE open = 1;
CREATE TABLE acknowledgement (
    alert_id     TEXT    NOT NULL,
    organisation TEXT    NOT NULL,
    subject      TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    created_us   INTEGER NOT NULL,
    PRIMARY KEY (alert_id, organisation, subject)
) WITHOUT ROWID;
CREATE TABLE watch (
    id           TEXT    PRIMARY KEY,
    organisation TEXT    NOT NULL,
    subject      TEXT    NOT NULL,
    display_name TEXT    NOT NULL,
    filter       BLOB    NOT NULL,
    version      INTEGER NOT NULL,
    created_us   INTEGER NOT NULL,
    updated_us   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX watch_owner ON watch (organisation, subject, created_us, id);
-- One row at most. head is the log's head when the watermark passed; blind_situation is set while a "blind" alert stands.
CREATE TABLE watermark (
    id                  INTEGER PRIMARY KEY CHECK (id = 1),
    complete_through_us INTEGER,
    sent_us             INTEGER,
    head                INTEGER NOT NULL,
    blind_situation     TEXT
);
INSERT INTO watermark (id, complete_through_us, sent_us, head, blind_situation) VALUES (1, NULL, NULL, 0, NULL);
