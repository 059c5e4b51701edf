-- What is still to be done because of what was stored, put in with it in one transaction. payload: ids only.
-- claim: whose it is until locked_until; dead_at: tried too often, kept until somebody decides.
CREATE TABLE job (
  id text PRIMARY KEY,
  kind text NOT NULL,
  account_id text NOT NULL,
  payload text NOT NULL,
  run_after bigint NOT NULL,
  attempts integer NOT NULL,
  last_problem text,
  claim text,
  locked_until bigint,
  dead_at bigint,
  created_at bigint NOT NULL
);
CREATE INDEX job_due ON job (run_after) WHERE dead_at IS NULL;
CREATE INDEX job_account ON job (account_id);

-- Where a browser lets itself be woken. It goes with the session, however that one ends.
CREATE TABLE push_subscription (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  session_id text NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  endpoint text NOT NULL,
  p256dh text NOT NULL,
  auth text NOT NULL,
  server_key text NOT NULL,
  created_at bigint NOT NULL
);
CREATE UNIQUE INDEX push_subscription_endpoint ON push_subscription (endpoint);
CREATE INDEX push_subscription_account ON push_subscription (account_id);
CREATE INDEX push_subscription_session ON push_subscription (session_id);
