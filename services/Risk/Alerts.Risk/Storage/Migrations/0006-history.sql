-- Imported history as it was told, a batch a row: an alerts.v1.HistoryRecorded. Rows are only ever added; of an incident the highest revision counts. What was imported before stands in contribution.
CREATE TABLE history (
    seq   INTEGER PRIMARY KEY AUTOINCREMENT,
    epoch INTEGER NOT NULL,
    body  BLOB    NOT NULL
);
