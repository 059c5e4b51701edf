-- Every step of an application, for its applicant to follow and for the day that was promised: who, as what, when and why.
CREATE TABLE history (
  application_id text NOT NULL,
  version integer NOT NULL,
  at integer NOT NULL,
  action text NOT NULL,
  status text NOT NULL,
  -- applicant, field-officer or official; never which one.
  actor text NOT NULL,
  role text,
  reason text,
  fields text,
  PRIMARY KEY (application_id, version)
) STRICT;

-- Of before: what the decisions tell. Which role an official acted in was not written down then.
INSERT INTO history (application_id, version, at, action, status, actor, role, reason, fields)
  SELECT id, 1, received_at, 'received', 'submitted',
    CASE WHEN on_behalf_of IS NULL THEN 'applicant' ELSE 'field-officer' END, NULL, NULL, NULL
  FROM application WHERE status <> 'incomplete';
INSERT INTO history (application_id, version, at, action, status, actor, role, reason, fields)
  SELECT application_id, version, at, action,
    CASE action WHEN 'review' THEN 'under_review' WHEN 'return' THEN 'returned' WHEN 'process' THEN 'in_process'
      WHEN 'sign' THEN 'awaiting_signature' WHEN 'ready' THEN 'ready' WHEN 'complete' THEN 'done' ELSE 'rejected' END,
    'official', NULL, reason, fields
  FROM decision WHERE version > 1;
