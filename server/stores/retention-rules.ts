import type { RetentionKind } from './retention-store.ts';

const finished = `a.status IN ('done', 'rejected', 'withdrawn')`;
const free = (id: string) => `NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.application_id = ${id})`;

/** FROM, WHERE and the order of what is over at $1; `id` names a row. Where the order is by age, the oldest go first. */
export interface RetentionRule {
  readonly id: string;
  readonly from: string;
  readonly where: string;
  readonly order: string;
}

export const retentionRules: Readonly<Record<RetentionKind, RetentionRule>> = {
  papers: {
    id: 'a.id',
    from: 'application a',
    where: `${finished} AND a.updated_at < $1 AND ${free('a.id')} AND EXISTS (
      SELECT 1 FROM document d WHERE d.application_id = a.id AND d.position IS NOT NULL AND d.state = 'clean')`,
    order: 'a.updated_at, a.id',
  },
  applications: {
    id: 'a.id',
    from: 'application a',
    where: `${finished} AND a.updated_at < $1 AND ${free('a.id')}`,
    order: 'a.updated_at, a.id',
  },
  unfinished: {
    id: 'a.id',
    from: 'application a',
    where: `a.status = 'incomplete' AND a.updated_at < $1 AND ${free('a.id')} AND NOT EXISTS (
      SELECT 1 FROM document d WHERE d.application_id = a.id AND d.updated_at >= $1)`,
    order: 'a.updated_at, a.id',
  },
  uploads: {
    id: 'd.id',
    from: 'document d',
    // Not what the office has given, which stays with its application, and not what a repaired application still waits with.
    where: `d.position IS NULL AND d.updated_at < $1 AND ${free('d.application_id')} AND NOT EXISTS (
      SELECT 1 FROM result x WHERE x.id = d.id) AND NOT EXISTS (
      SELECT 1 FROM revision_paper p JOIN revision r ON r.id = p.revision_id
        WHERE p.document_id = d.id AND r.state = 'waiting')`,
    order: 'd.updated_at, d.id',
  },
  accounts: {
    id: 'c.id',
    from: 'account c',
    where: `c.origin = 'phone' AND c.created_at < $1
      AND NOT EXISTS (SELECT 1 FROM application a WHERE a.owner_id = c.id OR a.claimed_by = c.id)
      AND NOT EXISTS (SELECT 1 FROM document d WHERE d.owner_id = c.id)
      AND NOT EXISTS (SELECT 1 FROM session s WHERE s.account_id = c.id)
      AND NOT EXISTS (SELECT 1 FROM upload_ticket u WHERE u.account_id = c.id)
      AND NOT EXISTS (SELECT 1 FROM erasure_request e WHERE e.account_id = c.id AND e.done_at IS NULL)`,
    order: 'c.created_at, c.id',
  },
  // The very last one marks the end of the feed, and is never among them.
  changes: {
    id: 'c.seq',
    from: 'change c',
    where: `c.at < $1 AND c.seq < (SELECT max(seq) FROM change)
      AND (NOT EXISTS (SELECT 1 FROM application a WHERE a.id = c.application_id) OR EXISTS (
        SELECT 1 FROM change later
          WHERE later.audience = c.audience AND later.application_id = c.application_id AND later.seq > c.seq))`,
    order: 'c.seq',
  },
  claims: { id: 'o.application_id', from: 'claim_offer o', where: 'o.created_at < $1', order: 'o.created_at' },
  // A row has no name of its own: what is not heard of any more goes by its phone.
  devices: {
    id: 'r.device_id',
    from: 'device_report r',
    where: `r.last_seen_at < $1 AND NOT EXISTS (
      SELECT 1 FROM device_report other WHERE other.device_id = r.device_id AND other.last_seen_at >= $1)`,
    order: 'r.device_id',
  },
  locks: { id: 'k.id', from: 'lock_share k', where: 'k.tried_at < $1', order: 'k.tried_at, k.id' },
  recoveries: { id: 'v.id', from: 'lock_recovery v', where: 'v.asked_at < $1', order: 'v.asked_at, v.id' },
  tombstones: { id: 't.id', from: 'erased_application t', where: 't.at < $1', order: 't.at, t.id' },
  erasures: {
    id: 'e.account_id',
    from: 'erasure_request e',
    where: 'e.done_at < $1',
    order: 'e.done_at, e.account_id',
  },
  codes: { id: 'o.id', from: 'one_time_code o', where: 'o.created_at < $1', order: 'o.created_at, o.id' },
  sessions: { id: 's.id', from: 'session s', where: 's.expires_at <= $1', order: 's.expires_at, s.id' },
  audit: {
    id: 'l.seq',
    from: 'audit_log l',
    // Only from the beginning, without a gap: an entry with a younger one before it waits for that one.
    where: `l.at < $1 AND l.at <= (SELECT at FROM audit_log ORDER BY seq DESC LIMIT 1) - 31536000000
      AND l.seq < coalesce((SELECT min(seq) FROM audit_log WHERE at >= $1), (SELECT max(seq) FROM audit_log))`,
    order: 'l.seq',
  },
};
