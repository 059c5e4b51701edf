CREATE TABLE application (
  id text PRIMARY KEY,
  owner_id text NOT NULL,
  registration_number text NOT NULL UNIQUE,
  service_id text NOT NULL,
  schema_version integer NOT NULL,
  status text NOT NULL,
  version integer NOT NULL,
  data text NOT NULL,
  body_hash text NOT NULL,
  device_id text,
  device_sequence integer,
  reason text,
  captured_at integer NOT NULL,
  received_at integer NOT NULL,
  updated_at integer NOT NULL
) STRICT;
CREATE INDEX application_queue ON application (status, received_at, id);
CREATE INDEX application_waiting ON application (received_at, id);

-- A row is made by whichever comes first: the announcement (upload_key) or the application that lists it (position).
CREATE TABLE document (
  id text PRIMARY KEY,
  owner_id text NOT NULL,
  application_id text NOT NULL,
  position integer,
  slot text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  state text NOT NULL,
  upload_key text UNIQUE,
  created_at integer NOT NULL,
  updated_at integer NOT NULL
) STRICT;
CREATE INDEX document_application ON document (application_id, position);

CREATE TABLE decision (
  id text PRIMARY KEY,
  application_id text NOT NULL,
  officer_id text NOT NULL,
  action text NOT NULL,
  reason text,
  fields text NOT NULL,
  body_hash text NOT NULL,
  version integer NOT NULL,
  at integer NOT NULL
) STRICT;
CREATE INDEX decision_application ON decision (application_id);

CREATE TABLE change (
  seq integer PRIMARY KEY AUTOINCREMENT,
  audience text NOT NULL,
  application_id text NOT NULL,
  status text NOT NULL,
  version integer NOT NULL,
  at integer NOT NULL
) STRICT;
CREATE INDEX change_audience ON change (audience, seq);

CREATE TABLE feed (epoch text NOT NULL) STRICT;
CREATE TABLE registration_counter (last integer NOT NULL) STRICT;
INSERT INTO registration_counter (last) VALUES (0);

-- Only the SHA-256 of a token is kept: a copy of this table signs nobody in.
CREATE TABLE session (
  id text PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  account_id text NOT NULL,
  created_at integer NOT NULL,
  expires_at integer NOT NULL
) STRICT;
CREATE INDEX session_expiry ON session (expires_at);
