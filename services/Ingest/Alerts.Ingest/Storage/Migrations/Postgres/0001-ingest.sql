-- Reports, incidents and how far folding is. Instants are Unix microseconds; bodies are alerts.v1 messages.

-- One row: the last sequence that was given to a report or a retraction. Sequences are dense and in the order of commits.
CREATE TABLE intake_head (
    id   BIGINT PRIMARY KEY,
    head BIGINT NOT NULL
);
INSERT INTO intake_head (id, head) VALUES (1, 0);

-- One row: the last sequence whose effect is in the incidents.
CREATE TABLE fold_position (
    id       BIGINT PRIMARY KEY,
    position BIGINT NOT NULL
);
INSERT INTO fold_position (id, position) VALUES (1, 0);

CREATE TABLE report (
    seq               BIGINT PRIMARY KEY,
    scope             TEXT COLLATE "C" NOT NULL,
    name              TEXT COLLATE "C" NOT NULL,
    organisation      TEXT COLLATE "C" NOT NULL,
    subject           TEXT COLLATE "C" NOT NULL,
    submission        BIGINT NOT NULL,
    state             BIGINT NOT NULL,
    origin            TEXT COLLATE "C" NOT NULL,
    incident          TEXT COLLATE "C" NOT NULL,
    retraction_reason TEXT COLLATE "C" NOT NULL,
    accept_us         BIGINT NOT NULL,
    traceparent       TEXT COLLATE "C" NOT NULL,
    body              BYTEA NOT NULL
);
CREATE UNIQUE INDEX report_name ON report (name, scope);

CREATE TABLE retraction (
    seq          BIGINT PRIMARY KEY,
    scope        TEXT COLLATE "C" NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    subject      TEXT COLLATE "C" NOT NULL,
    reason       TEXT COLLATE "C" NOT NULL,
    accept_us    BIGINT NOT NULL,
    traceparent  TEXT COLLATE "C" NOT NULL
);
CREATE TABLE retraction_report (
    retraction BIGINT NOT NULL,
    scope      TEXT COLLATE "C" NOT NULL,
    report     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (retraction, scope, report)
);

-- Newest revision of every incident, imported history included. The revision in the column counts, not the one in the body. Content is a
-- digest of an imported row, by which an unchanged one is known; empty for others.
CREATE TABLE incident (
    scope       TEXT COLLATE "C" NOT NULL,
    name        TEXT COLLATE "C" NOT NULL,
    revision    BIGINT NOT NULL,
    historic    BIGINT NOT NULL,
    merged_into TEXT COLLATE "C" NOT NULL,
    tlp         BIGINT NOT NULL,
    start_us    BIGINT NOT NULL,
    country     TEXT COLLATE "C" NOT NULL,
    south       DOUBLE PRECISION NOT NULL,
    north       DOUBLE PRECISION NOT NULL,
    content     BYTEA NOT NULL,
    body        BYTEA NOT NULL,
    PRIMARY KEY (scope, name)
);
CREATE INDEX incident_start ON incident (scope, historic, start_us, name);

-- Reports of an incident, withdrawn ones removed; none for one that was merged into another.
CREATE TABLE incident_report (
    scope    TEXT COLLATE "C" NOT NULL,
    incident TEXT COLLATE "C" NOT NULL,
    seq      BIGINT NOT NULL,
    PRIMARY KEY (scope, incident, seq)
);
CREATE INDEX incident_report_seq ON incident_report (seq, scope, incident);

-- Cells of half a degree in which an open incident has a site.
CREATE TABLE incident_cell (
    cell     BIGINT NOT NULL,
    family   BIGINT NOT NULL,
    start_us BIGINT NOT NULL,
    end_us   BIGINT NOT NULL,
    scope    TEXT COLLATE "C" NOT NULL,
    incident TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (cell, family, start_us, scope, incident)
);
CREATE INDEX incident_cell_incident ON incident_cell (scope, incident);

-- Which shared incidents an organisation's overlay completes.
CREATE TABLE overlay (
    scope    TEXT COLLATE "C" NOT NULL,
    shared   TEXT COLLATE "C" NOT NULL,
    incident TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (scope, shared, incident)
);
CREATE INDEX overlay_shared ON overlay (shared);

-- Keys of the reports' text prints.
CREATE TABLE text_print (
    key       BIGINT NOT NULL,
    seq       BIGINT NOT NULL,
    scope     TEXT COLLATE "C" NOT NULL,
    accept_us BIGINT NOT NULL,
    PRIMARY KEY (key, accept_us, seq)
);

-- What could not be folded, and why; folding went on.
CREATE TABLE fold_failure (
    seq        BIGINT PRIMARY KEY,
    reason     TEXT COLLATE "C" NOT NULL,
    created_us BIGINT NOT NULL
);

-- How far the import of a file is.
CREATE TABLE import_progress (
    organisation TEXT COLLATE "C" NOT NULL,
    dataset      TEXT COLLATE "C" NOT NULL,
    file_digest  TEXT COLLATE "C" NOT NULL,
    rows_done    BIGINT NOT NULL,
    rows_refused BIGINT NOT NULL,
    PRIMARY KEY (organisation, dataset, file_digest)
);
