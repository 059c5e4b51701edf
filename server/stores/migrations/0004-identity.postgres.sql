-- phone is E.164 and unknown for accounts that another way signs in; name is empty until it is known.
CREATE TABLE account (
  id text PRIMARY KEY,
  phone text UNIQUE,
  name text NOT NULL,
  roles text NOT NULL,
  origin text NOT NULL,
  created_at bigint NOT NULL
);

-- No token is kept, not even its hash: tokens are sealed with a key that is not in this database.
-- Everybody signs in once more: sessions of before have no chain.
DROP TABLE session;
CREATE TABLE session (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  device text NOT NULL,
  generation integer NOT NULL,
  generation_at bigint NOT NULL,
  settled_at bigint,
  created_at bigint NOT NULL,
  last_seen_at bigint NOT NULL,
  expires_at bigint NOT NULL
);
CREATE INDEX session_expiry ON session (expires_at);
CREATE INDEX session_account ON session (account_id);

-- Numbers, addresses, devices and codes as HMACs; rows go after a day.
CREATE TABLE one_time_code (
  id text PRIMARY KEY,
  number_mac text NOT NULL,
  address_mac text NOT NULL,
  device_mac text NOT NULL,
  code_mac text NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  tries integer NOT NULL,
  used_at bigint,
  session_id text
);
CREATE INDEX one_time_code_number ON one_time_code (number_mac, created_at);
CREATE INDEX one_time_code_address ON one_time_code (address_mac, created_at);
CREATE INDEX one_time_code_device ON one_time_code (device_mac, created_at);
CREATE INDEX one_time_code_age ON one_time_code (created_at);
