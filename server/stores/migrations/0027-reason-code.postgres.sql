-- Why it went back or was refused, by a short list, beside the words; null where none was said, and for what came before this release.
ALTER TABLE history ADD COLUMN reason_code text;
