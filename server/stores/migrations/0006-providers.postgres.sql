-- JSON, the offices of who comes from the office's own provider (origin 'provider'); everybody else's are not kept here.
ALTER TABLE account ADD COLUMN posts text NOT NULL DEFAULT '[]';
