-- Events that were confirmed and deleted while somebody waits for one instant of all schemas: the broker has them, and a receiver may not yet.
-- A backup puts them back into the outbox; receivers know what they have.
CREATE TABLE outbox_sent (
    seq         BIGINT PRIMARY KEY,
    topic       TEXT COLLATE "C" NOT NULL,
    body        BYTEA            NOT NULL,
    created_us  BIGINT           NOT NULL
);
-- One row: until when deleted events are kept. Whoever asks for it and dies leaves nothing that grows.
CREATE TABLE outbox_keeping (
    id       BIGINT PRIMARY KEY CHECK (id = 1),
    until_us BIGINT NOT NULL
);
INSERT INTO outbox_keeping (id, until_us) VALUES (1, 0);
CREATE FUNCTION keep_sent() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF (SELECT until_us FROM outbox_keeping) > extract(epoch FROM clock_timestamp()) * 1000000 THEN
        INSERT INTO outbox_sent (seq, topic, body, created_us) SELECT seq, topic, body, created_us FROM gone;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_sent AFTER DELETE ON outbox REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION keep_sent();
