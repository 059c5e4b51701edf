-- A repaired application under its own number, whole. It waits for its papers, and takes the place of the earlier content in
-- one go. state: waiting, applied, superseded.
CREATE TABLE revision (
  id uuid PRIMARY KEY,
  application_id uuid NOT NULL,
  author_id text NOT NULL,
  body_hash text NOT NULL,
  schema_version integer NOT NULL,
  data json NOT NULL,
  sealed_key text,
  captured_at bigint NOT NULL,
  state text NOT NULL,
  -- Of the application, once it is applied.
  version integer,
  at bigint NOT NULL
);
CREATE INDEX revision_application ON revision (application_id, state);

CREATE TABLE revision_paper (
  revision_id uuid NOT NULL,
  document_id uuid NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (revision_id, document_id)
);
CREATE INDEX revision_paper_document ON revision_paper (document_id);

CREATE TABLE withdrawal (
  id uuid PRIMARY KEY,
  application_id uuid NOT NULL,
  account_id text NOT NULL,
  body_hash text NOT NULL,
  version integer NOT NULL,
  at bigint NOT NULL
);
CREATE INDEX withdrawal_application ON withdrawal (application_id);

-- Of a paper that came with a sealed revision: what opens it, where that is not the key of the application.
ALTER TABLE document ADD COLUMN sealed_key text;
