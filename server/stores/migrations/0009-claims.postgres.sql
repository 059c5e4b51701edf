-- An application that a field officer put in for a resident: who may claim it, as HMACs of number and last digits of the
-- NIK. The row goes when it is claimed, or after 180 days.
CREATE TABLE claim_offer (
  application_id uuid PRIMARY KEY,
  number_mac text NOT NULL,
  digits_mac text NOT NULL,
  tries integer NOT NULL,
  created_at bigint NOT NULL
);
CREATE INDEX claim_offer_number ON claim_offer (number_mac, created_at);
CREATE INDEX claim_offer_age ON claim_offer (created_at);
ALTER TABLE application ADD COLUMN claimed_by text;
ALTER TABLE application ADD COLUMN claimed_at bigint;
CREATE INDEX application_claimed_by ON application (claimed_by);
