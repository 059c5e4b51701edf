-- Ids and words of ours only, never personal data: nothing of it can be taken back.
CREATE TABLE audit_log (
  seq integer PRIMARY KEY,
  at integer NOT NULL,
  event text NOT NULL,
  actor text,
  subject text,
  about text,
  previous text NOT NULL,
  hash text NOT NULL
) STRICT;
CREATE TRIGGER audit_log_update BEFORE UPDATE ON audit_log BEGIN SELECT raise(ABORT, 'audit_log is only appended to'); END;
CREATE TRIGGER audit_log_delete BEFORE DELETE ON audit_log BEGIN SELECT raise(ABORT, 'audit_log is only appended to'); END;

CREATE TABLE audit_head (seq integer NOT NULL, hash text NOT NULL) STRICT;
INSERT INTO audit_head (seq, hash) VALUES (0, '0000000000000000000000000000000000000000000000000000000000000000');
