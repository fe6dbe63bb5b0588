-- The alert log, its situations, acknowledgements, watches and the watermark. Instants are Unix microseconds.
-- One row: the log's identity, its newest position with that position's chain, and the newest position that retention has removed
-- with its chain (0 and zeros while everything is kept).
CREATE TABLE alert_log (
    id          BIGINT PRIMARY KEY CHECK (id = 1),
    log_id      BYTEA NOT NULL,
    head        BIGINT NOT NULL,
    chain       BYTEA NOT NULL,
    floor       BIGINT NOT NULL,
    floor_chain BYTEA NOT NULL
);
INSERT INTO alert_log (id, log_id, head, chain, floor, floor_chain) VALUES (1, uuid_send(gen_random_uuid()), 0, decode(repeat('00', 16), 'hex'), 0, decode(repeat('00', 16), 'hex'));
-- One row a position. Never changed, only removed by retention.
CREATE TABLE alert (
    position           BIGINT PRIMARY KEY,
    alert_id           TEXT COLLATE "C" NOT NULL UNIQUE,
    scope              TEXT COLLATE "C" NOT NULL,
    situation          TEXT COLLATE "C" NOT NULL,
    situation_revision BIGINT NOT NULL,
    body               BYTEA NOT NULL,
    chain              BYTEA NOT NULL,
    reach              BYTEA NOT NULL,
    overlaid_in        TEXT COLLATE "C" NOT NULL,
    created_us         BIGINT NOT NULL
);
CREATE UNIQUE INDEX alert_thread ON alert (scope, situation, situation_revision);
CREATE INDEX alert_created ON alert (created_us);
-- newest_position is null while nothing was told of the situation; open means that a snapshot shows it.
CREATE TABLE situation (
    scope              TEXT COLLATE "C" NOT NULL,
    situation          TEXT COLLATE "C" NOT NULL,
    assessed_revision  BIGINT NOT NULL,
    state              BIGINT NOT NULL,
    open               BIGINT NOT NULL,
    alert_count        BIGINT NOT NULL,
    newest_position    BIGINT,
    reach              BYTEA NOT NULL,
    updated_us         BIGINT NOT NULL,
    PRIMARY KEY (scope, situation)
);
CREATE INDEX situation_open ON situation (newest_position) WHERE open = 1;
CREATE TABLE acknowledgement (
    alert_id     TEXT COLLATE "C" NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    subject      TEXT COLLATE "C" NOT NULL,
    note         TEXT COLLATE "C" NOT NULL,
    created_us   BIGINT NOT NULL,
    PRIMARY KEY (alert_id, organisation, subject)
);
CREATE TABLE watch (
    id           TEXT COLLATE "C" PRIMARY KEY,
    organisation TEXT COLLATE "C" NOT NULL,
    subject      TEXT COLLATE "C" NOT NULL,
    display_name TEXT COLLATE "C" NOT NULL,
    filter       BYTEA NOT NULL,
    version      BIGINT NOT NULL,
    created_us   BIGINT NOT NULL,
    updated_us   BIGINT NOT NULL
);
CREATE INDEX watch_owner ON watch (organisation, subject, created_us, id);
-- One row at most. head is the log's head when the watermark passed; blind_situation is set while a "blind" alert stands.
CREATE TABLE watermark (
    id                  BIGINT PRIMARY KEY CHECK (id = 1),
    complete_through_us BIGINT,
    sent_us             BIGINT,
    head                BIGINT NOT NULL,
    blind_situation     TEXT COLLATE "C"
);
INSERT INTO watermark (id, complete_through_us, sent_us, head, blind_situation) VALUES (1, NULL, NULL, 0, NULL);
