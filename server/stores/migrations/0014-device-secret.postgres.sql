-- What only the phone itself knows, as a hash: others may know its id.
CREATE TABLE device_secret (
  device_id text PRIMARY KEY,
  secret_hash text NOT NULL,
  at bigint NOT NULL
);
