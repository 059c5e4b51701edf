-- Ids and words of ours only, never personal data: nothing of it can be taken back.
CREATE TABLE audit_log (
  seq bigint PRIMARY KEY,
  at bigint NOT NULL,
  event text NOT NULL,
  actor text,
  subject text,
  about text,
  previous text NOT NULL,
  hash text NOT NULL
);
CREATE FUNCTION audit_log_is_only_appended_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit_log is only appended to'; END $$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_only_appended_to();

CREATE TABLE audit_head (seq bigint NOT NULL, hash text NOT NULL);
INSERT INTO audit_head (seq, hash) VALUES (0, '0000000000000000000000000000000000000000000000000000000000000000');
