-- What a dispute or a court still needs: no job deletes it before somebody takes the hold away.
CREATE TABLE retention_hold (
  application_id uuid PRIMARY KEY,
  at bigint NOT NULL
);

-- The entry that the kept part of the log follows. What is older goes with the end of its term, oldest first, and never
-- what is younger than a year before the newest entry, whoever asks.
CREATE TABLE audit_base (seq bigint NOT NULL, hash text NOT NULL);
INSERT INTO audit_base (seq, hash) VALUES (0, '0000000000000000000000000000000000000000000000000000000000000000');
DROP TRIGGER audit_log_append_only ON audit_log;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_only_appended_to();
CREATE FUNCTION audit_log_keeps_its_term() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.seq > (SELECT seq FROM audit_base) OR OLD.at > (SELECT at FROM audit_log ORDER BY seq DESC LIMIT 1) - 31536000000 THEN RAISE EXCEPTION 'audit_log is only appended to'; END IF; RETURN OLD; END $$;
CREATE TRIGGER audit_log_kept BEFORE DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_log_keeps_its_term();
