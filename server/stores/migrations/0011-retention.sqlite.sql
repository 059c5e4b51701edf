-- What a dispute or a court still needs: no job deletes it before somebody takes the hold away.
CREATE TABLE retention_hold (
  application_id text PRIMARY KEY,
  at integer NOT NULL
) STRICT;

-- The entry that the kept part of the log follows. What is older goes with the end of its term, oldest first, and never
-- what is younger than a year before the newest entry, whoever asks.
CREATE TABLE audit_base (seq integer NOT NULL, hash text NOT NULL) STRICT;
INSERT INTO audit_base (seq, hash) VALUES (0, '0000000000000000000000000000000000000000000000000000000000000000');
DROP TRIGGER audit_log_delete;
CREATE TRIGGER audit_log_delete BEFORE DELETE ON audit_log WHEN OLD.seq > (SELECT seq FROM audit_base) OR OLD.at > (SELECT at FROM audit_log ORDER BY seq DESC LIMIT 1) - 31536000000 BEGIN SELECT raise(ABORT, 'audit_log is only appended to'); END;
