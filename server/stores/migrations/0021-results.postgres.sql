-- What the office gives for an application: a file, whose bytes are the document of the same id, or where to fetch something.
CREATE TABLE result (
  id uuid PRIMARY KEY,
  application_id uuid NOT NULL,
  officer_id text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  number text UNIQUE,
  pickup text,
  body_hash text NOT NULL,
  -- Of the application, once it was told of it: a file is told of when it is whole.
  version integer,
  at bigint NOT NULL
);
CREATE INDEX result_application ON result (application_id);
