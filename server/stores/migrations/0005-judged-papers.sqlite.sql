-- Why a whole paper was not taken, and how long its rewritten copy is where that is not what was sent.
ALTER TABLE document ADD COLUMN refusal text;
ALTER TABLE document ADD COLUMN rewritten_size integer;
