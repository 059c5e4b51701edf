CREATE TABLE application (
  id uuid PRIMARY KEY,
  owner_id text NOT NULL,
  registration_number text NOT NULL UNIQUE,
  service_id text NOT NULL,
  schema_version integer NOT NULL,
  status text NOT NULL,
  version integer NOT NULL,
  data json NOT NULL,
  body_hash text NOT NULL,
  device_id uuid,
  device_sequence bigint,
  reason text,
  captured_at bigint NOT NULL,
  received_at bigint NOT NULL,
  updated_at bigint NOT NULL
);
CREATE INDEX application_queue ON application (status, received_at, id);
CREATE INDEX application_waiting ON application (received_at, id);

-- A row is made by whichever comes first: the announcement (upload_key) or the application that lists it (position).
CREATE TABLE document (
  id uuid PRIMARY KEY,
  owner_id text NOT NULL,
  application_id uuid NOT NULL,
  position integer,
  slot text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  state text NOT NULL,
  upload_key text UNIQUE,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL
);
CREATE INDEX document_application ON document (application_id, position);

CREATE TABLE decision (
  id uuid PRIMARY KEY,
  application_id uuid NOT NULL,
  officer_id text NOT NULL,
  action text NOT NULL,
  reason text,
  fields json NOT NULL,
  body_hash text NOT NULL,
  version integer NOT NULL,
  at bigint NOT NULL
);
CREATE INDEX decision_application ON decision (application_id);

CREATE TABLE change (
  seq bigint GENERATED ALWAYS AS IDENTITY,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  audience text NOT NULL,
  application_id uuid NOT NULL,
  status text NOT NULL,
  version integer NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (tx, seq)
);
CREATE INDEX change_audience ON change (audience, tx, seq);

CREATE TABLE feed (epoch text NOT NULL);
CREATE SEQUENCE registration_number;

-- Only the SHA-256 of a token is kept: a copy of this table signs nobody in.
CREATE TABLE session (
  id text PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  account_id text NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL
);
CREATE INDEX session_expiry ON session (expires_at);
