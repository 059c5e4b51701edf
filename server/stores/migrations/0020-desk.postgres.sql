-- What an office's list is looked through by. The applicant as the form itself says it: name, and the NIK as an HMAC; area
-- is the first place that the form asks for, or the office's own. applicant_key tells with which key that was made.
ALTER TABLE application ADD COLUMN applicant_name text;
ALTER TABLE application ADD COLUMN nik_mac text;
ALTER TABLE application ADD COLUMN area text COLLATE "C";
ALTER TABLE application ADD COLUMN applicant_key text;
CREATE INDEX application_nik ON application (nik_mac, service_id) WHERE nik_mac IS NOT NULL;
CREATE INDEX application_applicant_key ON application (applicant_key, id);

-- Each word of the name, so that its beginning finds it.
CREATE TABLE applicant_word (
  word text COLLATE "C" NOT NULL,
  application_id uuid NOT NULL,
  PRIMARY KEY (word, application_id)
);
CREATE INDEX applicant_word_application ON applicant_word (application_id);

-- The day in WIB by which it is due; null while none runs.
ALTER TABLE application ADD COLUMN due_on text COLLATE "C";
-- Who has taken it, by the name that the account had then. assignments: how often it was taken or given back.
ALTER TABLE application ADD COLUMN assignee_id text;
ALTER TABLE application ADD COLUMN assignee_name text;
ALTER TABLE application ADD COLUMN assignments integer NOT NULL DEFAULT 0;
CREATE INDEX application_assignee ON application (assignee_id, status) WHERE assignee_id IS NOT NULL;

-- A page of the list is read in its own order: of one office, and of all of a larger place.
CREATE INDEX application_desk ON application (office, status, received_at, id);
CREATE INDEX application_desk_due ON application (office, status, coalesce(due_on, '9999-12-31'), id);
CREATE INDEX application_due ON application (status, coalesce(due_on, '9999-12-31'), id);
DROP INDEX application_office;

-- The same paper in another application.
CREATE INDEX document_paper ON document (coalesce(opened_sha256, sha256));

-- Of a repair that still waits for its papers: what the application is found by once it is taken. JSON.
ALTER TABLE revision ADD COLUMN applicant text;
