-- Texts from which reports were read, as they were read: without markup, headers and whoever sent them. Digest: SHA-256 of title and body.
-- Source: an alerts.v1 message. A text without a report is here too.
CREATE TABLE source_text (
    name         TEXT    NOT NULL PRIMARY KEY,
    scope        TEXT    NOT NULL,
    organisation TEXT    NOT NULL,
    subject      TEXT    NOT NULL,
    digest       BLOB    NOT NULL,
    form         INTEGER NOT NULL,
    language     TEXT    NOT NULL,
    tlp          INTEGER NOT NULL,
    source       BLOB    NOT NULL,
    sent_us      INTEGER,
    accept_us    INTEGER NOT NULL,
    title        TEXT    NOT NULL,
    body         TEXT    NOT NULL
);
CREATE INDEX source_text_digest ON source_text (digest, scope);

-- Prints are forgotten some time after the window in which a text counts as the same message.
CREATE INDEX text_print_accept ON text_print (accept_us);

-- Whether a retraction withdrew all of an origin: a later forward of the same text is then withdrawn with it.
ALTER TABLE retraction ADD COLUMN whole_origin INTEGER NOT NULL DEFAULT 0;
CREATE INDEX retraction_report_name ON retraction_report (report);
