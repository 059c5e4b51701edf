-- Whether the account wants short messages where no browser of theirs is woken: 1, until they say otherwise.
ALTER TABLE account ADD COLUMN wants_notices integer NOT NULL DEFAULT 1;
