-- "desa:36.03.01.2003". Null only for what an earlier release took in, until the next start assigns it.
-- Compared byte by byte, as SQLite does: places are found by ranges of codes.
ALTER TABLE application ADD COLUMN office text COLLATE "C";
CREATE INDEX application_office ON application (office, received_at, id);
