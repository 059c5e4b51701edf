-- What came sealed: the content key, wrapped to the office; and of its papers what comes out of the seal.
ALTER TABLE application ADD COLUMN sealed_key text;
ALTER TABLE document ADD COLUMN sealed integer NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN opened_size bigint;
ALTER TABLE document ADD COLUMN opened_sha256 text;
