import { applicationOf, getApplication, readApplication } from './application-rows.ts';
import type { Claimed, Claimer, ClaimMacs, ClaimStore } from './claim-store.ts';
import { appendAudit } from './sql-audit-log.ts';
import { insertChange } from './sql-change-feed.ts';
import { keep, type SqlDatabase, type SqlTransaction, undo, type Work } from './sql-database.ts';
import { isEndedByErasure, lockOwner, unlessEnded } from './sql-erasure-store.ts';
import { integer, text } from './sql-row.ts';

/** 10,000 endings of a NIK: who knows the number only guesses right once in 2,000. */
const mostTries = 5;
/** Of all that waits for one number: many applications are not many guesses. */
const mostTriesOfNumber = 20;
const offeredMs = 180 * 24 * 60 * 60 * 1000;
const mostOffers = 100;

export function sqlClaimStore(database: SqlDatabase): ClaimStore {
  return {
    offers: async (numberMac, accountId, nowMs) => {
      const rows = await database.all(
        `SELECT a.* FROM application a
          WHERE a.id IN (
              SELECT application_id FROM claim_offer WHERE number_mac = $1 AND created_at > $2 AND tries < $3
              UNION SELECT id FROM application WHERE claimed_by = $4
            ) AND a.status <> 'incomplete' AND a.owner_id <> $4
          ORDER BY a.received_at DESC, a.id LIMIT $5`,
        [numberMac, nowMs - offeredMs, mostTries, accountId, mostOffers],
      );
      return rows.map((row) => {
        const { id, serviceId, registrationNumber, office, receivedAtMs, claimedBy } = applicationOf(row, []);
        const isClaimed = claimedBy === accountId;
        return { applicationId: id, serviceId, registrationNumber, office, receivedAtMs, isClaimed };
      });
    },
    claim: async (applicationId, claimer, macs, nowMs) =>
      unlessEnded(await database.write((tx) => claim(tx, applicationId, claimer, macs, nowMs))),
  };
}

/** With the application it belongs to. Old offers that nobody has taken up go on the way. */
export async function insertOffer(
  tx: SqlTransaction,
  applicationId: string,
  { numberMac, digitsMac }: ClaimMacs,
  nowMs: number,
): Promise<void> {
  await tx.all('DELETE FROM claim_offer WHERE created_at <= $1', [nowMs - offeredMs]);
  await tx.all(
    'INSERT INTO claim_offer (application_id, number_mac, digits_mac, tries, created_at) VALUES ($1, $2, $3, 0, $4)',
    [applicationId, numberMac, digitsMac, nowMs],
  );
}

async function claim(
  tx: SqlTransaction,
  applicationId: string,
  { accountId, sessionId }: Claimer,
  macs: ClaimMacs,
  nowMs: number,
): Promise<Work<Claimed | 'session-ended'>> {
  // As everywhere else, the person's before the application's: nothing is taken over by who is just being erased.
  await lockOwner(tx, accountId);
  await tx.lock(applicationId);
  if (await isEndedByErasure(tx, accountId, sessionId)) return undo('session-ended' as const);
  const application = await readApplication(tx, applicationId);
  if (application === undefined || application.status === 'incomplete') return undo<Claimed>({ kind: 'missing' });
  if (application.claimedBy === accountId) return undo<Claimed>({ kind: 'claimed', application });
  const [offer] = await tx.all(
    'SELECT digits_mac, tries FROM claim_offer WHERE application_id = $1 AND number_mac = $2 AND created_at > $3',
    [applicationId, macs.numberMac, nowMs - offeredMs],
  );
  if (offer === undefined || application.ownerId === accountId) return undo<Claimed>({ kind: 'missing' });
  const tries = integer(offer, 'tries');
  if (tries >= mostTries || (await triesOfNumber(tx, macs.numberMac)) >= mostTriesOfNumber)
    return undo<Claimed>({ kind: 'closed' });
  if (text(offer, 'digits_mac') !== macs.digitsMac) {
    await tx.all('UPDATE claim_offer SET tries = $2 WHERE application_id = $1', [applicationId, tries + 1]);
    const about = tries + 1 === mostTries ? 'closed' : 'wrong digits';
    await appendAudit(tx, { event: 'claim', actor: accountId, subject: applicationId, about }, nowMs);
    return keep<Claimed>(
      tries + 1 === mostTries ? { kind: 'closed' } : { kind: 'wrong', triesLeft: mostTries - tries - 1 },
    );
  }
  await tx.all('UPDATE application SET claimed_by = $2, claimed_at = $3 WHERE id = $1', [
    applicationId,
    accountId,
    nowMs,
  ]);
  await tx.all('DELETE FROM claim_offer WHERE application_id = $1', [applicationId]);
  const { status, version } = application;
  await insertChange(tx, { audience: accountId, applicationId, status, version, atMs: nowMs, isOwnDoing: true });
  await appendAudit(tx, { event: 'claim', actor: accountId, subject: applicationId, about: 'taken over' }, nowMs);
  return keep<Claimed>({ kind: 'claimed', application: await getApplication(tx, applicationId) });
}

async function triesOfNumber(tx: SqlTransaction, numberMac: string): Promise<number> {
  const [row] = await tx.all(
    'SELECT CAST(coalesce(sum(tries), 0) AS integer) AS tries FROM claim_offer WHERE number_mac = $1',
    [numberMac],
  );
  return row === undefined ? 0 : integer(row, 'tries');
}
