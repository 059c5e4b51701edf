-- Of an application that a field officer put in: the resident's name, their consent, and who put it in, as JSON.
ALTER TABLE application ADD COLUMN on_behalf_of text;
