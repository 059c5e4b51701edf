-- What lets one phone hand in for one account, and nothing else. The ticket itself is sealed with a key that is not in
-- this database, as tokens are. taken: how much came by it since it was renewed.
CREATE TABLE upload_ticket (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  device_id text NOT NULL,
  session_id text NOT NULL,
  label text NOT NULL,
  renewed_at bigint NOT NULL,
  last_seen_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  taken integer NOT NULL,
  UNIQUE (account_id, device_id)
);
CREATE INDEX upload_ticket_expiry ON upload_ticket (expires_at);
