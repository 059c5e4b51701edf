-- Offices are asked for by ranges of their text, which have to be in the order of its bytes whatever order the database has.
ALTER TABLE survey_batch ALTER COLUMN office TYPE text COLLATE "C";
ALTER TABLE survey_batch ALTER COLUMN filled_on TYPE text COLLATE "C";
