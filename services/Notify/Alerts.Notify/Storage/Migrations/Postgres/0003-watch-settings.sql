-- What a watch says beside its filter (language and so on), as the edge wrote it; empty: nothing.
ALTER TABLE watch ADD COLUMN settings BYTEA NOT NULL DEFAULT '';
