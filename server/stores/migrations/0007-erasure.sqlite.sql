-- An id that was erased at its person's wish is never taken again, from whatever phone still holds it.
CREATE TABLE erased_application (
  id text PRIMARY KEY,
  owner_id text NOT NULL,
  at integer NOT NULL
) STRICT;

-- Files whose rows are gone and whose bytes may still lie there.
CREATE TABLE erased_file (upload_key text PRIMARY KEY) STRICT;

-- One request for each account. Open while done_at is null: kept applications need a decision of the office.
CREATE TABLE erasure_request (
  account_id text PRIMARY KEY,
  requested_at integer NOT NULL,
  due_at integer NOT NULL,
  erased integer NOT NULL,
  kept integer NOT NULL,
  done_at integer
) STRICT;
