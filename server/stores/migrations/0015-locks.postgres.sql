-- What the office keeps of the locks of phones. share: half of what a PIN opens. proof: a digest of what the phone derives
-- from the PIN with a salt of its own; last_try: a digest of the last try. Nothing here opens anything by itself.
CREATE TABLE lock_share (
  account_id text NOT NULL,
  device_id text NOT NULL,
  id text NOT NULL,
  share text NOT NULL,
  proof text NOT NULL,
  failed integer NOT NULL,
  last_try text,
  created_at bigint NOT NULL,
  tried_at bigint NOT NULL,
  PRIMARY KEY (account_id, device_id, id)
);
-- wrap: to a recovery key whose private half never comes near this server. answer: to the phone that asked.
CREATE TABLE lock_recovery (
  account_id text NOT NULL,
  device_id text NOT NULL,
  id text NOT NULL,
  lock_id text NOT NULL,
  wrap text NOT NULL,
  answer_to text NOT NULL,
  asked_at bigint NOT NULL,
  answer text,
  refused_at bigint,
  PRIMARY KEY (account_id, device_id, id)
);
