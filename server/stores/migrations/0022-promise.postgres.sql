-- So many working days were promised when it was handed in; null where none were, and for what came before this release.
ALTER TABLE application ADD COLUMN working_days integer;
-- Days on which the offices are closed although it is no weekend, as the calendar file says it.
CREATE TABLE holiday (day text PRIMARY KEY);
