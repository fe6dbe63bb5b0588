-- Watches that were changed or deleted, numbered without a gap, so that the streams of every process learn of it. The newest row is always kept.
CREATE TABLE watch_change (
    number     INTEGER PRIMARY KEY,
    watch_id   TEXT    NOT NULL,
    changed_us INTEGER NOT NULL
);
