-- Events of 2 to 8 KB live for a second: compressing them was a fifth of what the database did for risk.
ALTER TABLE outbox SET (toast_tuple_target = 8160);
