-- Reports, incidents and how far folding is. Instants are Unix microseconds; bodies are alerts.v1 messages.

-- One row: the last sequence that was given to a report or a retraction. Sequences are dense and in the order of commits.
CREATE TABLE intake_head (
    id   INTEGER PRIMARY KEY,
    head INTEGER NOT NULL
);
INSERT INTO intake_head (id, head) VALUES (1, 0);

-- One row: the last sequence whose effect is in the incidents.
CREATE TABLE fold_position (
    id       INTEGER PRIMARY KEY,
    position INTEGER NOT NULL
);
INSERT INTO fold_position (id, position) VALUES (1, 0);

CREATE TABLE report (
    seq               INTEGER PRIMARY KEY,
    scope             TEXT    NOT NULL,
    name              TEXT    NOT NULL,
    organisation      TEXT    NOT NULL,
    subject           TEXT    NOT NULL,
    submission        INTEGER NOT NULL,
    state             INTEGER NOT NULL,
    origin            TEXT    NOT NULL,
    incident          TEXT    NOT NULL,
    retraction_reason TEXT    NOT NULL,
    accept_us         INTEGER NOT NULL,
    traceparent       TEXT    NOT NULL,
    body              BLOB    NOT NULL
);
CREATE UNIQUE INDEX report_name ON report (name, scope);

CREATE TABLE retraction (
    seq          INTEGER PRIMARY KEY,
    scope        TEXT    NOT NULL,
    organisation TEXT    NOT NULL,
    subject      TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    accept_us    INTEGER NOT NULL,
    traceparent  TEXT    NOT NULL
);
CREATE TABLE retraction_report (
    retraction INTEGER NOT NULL,
    scope      TEXT    NOT NULL,
    report     TEXT    NOT NULL,
    PRIMARY KEY (retraction, scope, report)
) WITHOUT ROWID;

-- Newest revision of every incident, imported history included. The revision in the column counts, not the one in the body. Content is a
-- digest of an imported row, by which an unchanged one is known; empty for others.
CREATE TABLE incident (
    scope       TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    historic    INTEGER NOT NULL,
    merged_into TEXT    NOT NULL,
    tlp         INTEGER NOT NULL,
    start_us    INTEGER NOT NULL,
    country     TEXT    NOT NULL,
    south       REAL    NOT NULL,
    north       REAL    NOT NULL,
    content     BLOB    NOT NULL,
    body        BLOB    NOT NULL,
    PRIMARY KEY (scope, name)
);
CREATE INDEX incident_start ON incident (scope, historic, start_us, name);

-- Reports of an incident, withdrawn ones removed; none for one that was merged into another.
CREATE TABLE incident_report (
    scope    TEXT    NOT NULL,
    incident TEXT    NOT NULL,
    seq      INTEGER NOT NULL,
    PRIMARY KEY (scope, incident, seq)
) WITHOUT ROWID;
CREATE INDEX incident_report_seq ON incident_report (seq, scope, incident);

-- Cells of half a degree in which an open incident has a site.
CREATE TABLE incident_cell (
    cell     INTEGER NOT NULL,
    family   INTEGER NOT NULL,
    start_us INTEGER NOT NULL,
    end_us   INTEGER NOT NULL,
    scope    TEXT    NOT NULL,
    incident TEXT    NOT NULL,
    PRIMARY KEY (cell, family, start_us, scope, incident)
) WITHOUT ROWID;
CREATE INDEX incident_cell_incident ON incident_cell (scope, incident);

-- Which shared incidents an organisation's overlay completes.
CREATE TABLE overlay (
    scope    TEXT NOT NULL,
    shared   TEXT NOT NULL,
    incident TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (scope, shared, incident)
) WITHOUT ROWID;
CREATE INDEX overlay_shared ON overlay (shared);

-- Keys of the reports' text prints.
CREATE TABLE text_print (
    key       INTEGER NOT NULL,
    seq       INTEGER NOT NULL,
    scope     TEXT    NOT NULL,
    accept_us INTEGER NOT NULL,
    PRIMARY KEY (key, accept_us, seq)
) WITHOUT ROWID;

-- What could not be folded, and why; folding went on.
CREATE TABLE fold_failure (
    seq        INTEGER PRIMARY KEY,
    reason     TEXT    NOT NULL,
    created_us INTEGER NOT NULL
);

-- How far the import of a file is.
CREATE TABLE import_progress (
    organisation TEXT    NOT NULL,
    dataset      TEXT    NOT NULL,
    file_digest  TEXT    NOT NULL,
    rows_done    INTEGER NOT NULL,
    rows_refused INTEGER NOT NULL,
    PRIMARY KEY (organisation, dataset, file_digest)
) WITHOUT ROWID;
