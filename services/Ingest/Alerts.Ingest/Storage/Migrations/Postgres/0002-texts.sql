-- Texts from which reports were read, as they were read: without markup, headers and whoever sent them. Digest: SHA-256 of title and body.
-- Source: an alerts.v1 message. A text without a report is here too.
CREATE TABLE source_text (
    name         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    scope        TEXT COLLATE "C" NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    subject      TEXT COLLATE "C" NOT NULL,
    digest       BYTEA NOT NULL,
    form         BIGINT NOT NULL,
    language     TEXT COLLATE "C" NOT NULL,
    tlp          BIGINT NOT NULL,
    source       BYTEA NOT NULL,
    sent_us      BIGINT,
    accept_us    BIGINT NOT NULL,
    title        TEXT COLLATE "C" NOT NULL,
    body         TEXT COLLATE "C" NOT NULL
);
CREATE INDEX source_text_digest ON source_text (digest, scope);

-- Prints are forgotten some time after the window in which a text counts as the same message.
CREATE INDEX text_print_accept ON text_print (accept_us);

-- Whether a retraction withdrew all of an origin: a later forward of the same text is then withdrawn with it.
ALTER TABLE retraction ADD COLUMN whole_origin BIGINT NOT NULL DEFAULT 0;
CREATE INDEX retraction_report_name ON retraction_report (report);
