-- How much each address, account, session and office may still ask for, counted by all servers together. key: an HMAC.
-- Not in the write-ahead log: a crash of the database forgives, as a restart of a server does.
CREATE UNLOGGED TABLE rate_bucket (
  key text PRIMARY KEY,
  burst double precision NOT NULL,
  per_second double precision NOT NULL,
  most double precision NOT NULL,
  tokens double precision NOT NULL,
  given double precision NOT NULL,
  at bigint NOT NULL
);
