-- What an account has last told of a phone: numbers and ids, no name and no answer.
CREATE TABLE device_report (
  device_id text NOT NULL,
  account_id text NOT NULL,
  label text NOT NULL,
  app_version text NOT NULL,
  lock_mode text NOT NULL,
  last_sequence integer NOT NULL,
  content text NOT NULL,
  duplicates integer NOT NULL,
  first_seen_at bigint NOT NULL,
  last_seen_at bigint NOT NULL,
  PRIMARY KEY (device_id, account_id)
);
CREATE INDEX device_report_account ON device_report (account_id);

-- Numbers of a phone that no application will come under.
CREATE TABLE device_void (
  device_id text NOT NULL,
  first bigint NOT NULL,
  last bigint NOT NULL,
  reason text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (device_id, first, last)
);

-- account_id is null where the office has ordered it for everybody's data on that phone.
CREATE TABLE device_order (
  id text PRIMARY KEY,
  device_id text NOT NULL,
  account_id text,
  action text NOT NULL,
  unsent text NOT NULL,
  ordered_by text NOT NULL,
  ordered_at bigint NOT NULL,
  done_at bigint,
  receipt text
);
CREATE INDEX device_order_device ON device_order (device_id);

-- Known once a phone has reported: what is lost can be signed out.
ALTER TABLE session ADD COLUMN device_id text;
CREATE INDEX session_device ON session (device_id);
CREATE INDEX application_device ON application (device_id, device_sequence);
