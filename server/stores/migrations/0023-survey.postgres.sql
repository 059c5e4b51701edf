-- That an applicant said how the service was: once, and not what.
CREATE TABLE survey_given (
  application_id uuid PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  mac text NOT NULL
);

-- What five people of one office and service have answered, added up. Until they are five it is told to nobody:
-- filled_on is then NULL, else the day in WIB on which the fifth came.
CREATE TABLE survey_batch (
  id uuid PRIMARY KEY,
  office text NOT NULL,
  service_id text NOT NULL,
  answers integer NOT NULL,
  u1 integer NOT NULL,
  u2 integer NOT NULL,
  u3 integer NOT NULL,
  u4 integer NOT NULL,
  u5 integer NOT NULL,
  u6 integer NOT NULL,
  u7 integer NOT NULL,
  u8 integer NOT NULL,
  u9 integer NOT NULL,
  filled_on text
);
CREATE INDEX survey_batch_place ON survey_batch (office, service_id, filled_on);

-- Told with the other four, and nobody's.
CREATE TABLE survey_comment (
  id uuid PRIMARY KEY,
  batch_id uuid NOT NULL,
  words text NOT NULL,
  day text NOT NULL
);
CREATE INDEX survey_comment_batch ON survey_comment (batch_id);
CREATE INDEX survey_comment_day ON survey_comment (day);
