-- Imported history as it was told, a batch a row: an alerts.v1.HistoryRecorded. Rows are only ever added; of an incident the highest revision counts. What was imported before stands in contribution.
CREATE TABLE history (
    seq   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    epoch BIGINT NOT NULL,
    body  BYTEA NOT NULL
);
CREATE INDEX history_epoch ON history (epoch);
