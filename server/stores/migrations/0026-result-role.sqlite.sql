-- In which role it was given: a file is told of only once it is whole. Null for what came before this release.
ALTER TABLE result ADD COLUMN role text;
