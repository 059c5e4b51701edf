-- "desa:36.03.01.2003". Null only for what an earlier release took in, until the next start assigns it.
ALTER TABLE application ADD COLUMN office text;
CREATE INDEX application_office ON application (office, received_at, id);
