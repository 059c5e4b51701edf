import type { Draft } from '#domain/application/draft.ts';
import { isForgotten } from '#domain/application/is-forgotten.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { answersIn, consentIn } from './envelope-answers.ts';
import type { ReopenResult } from './menu.ts';
import { newDraft } from './new-draft.ts';
import type { OutboxMenuPorts } from './outbox-menu.ts';
import { draftRepair } from './repair-draft.ts';

/** "Perbaiki" and "Tarik kembali": the entry becomes a draft again, with its papers. */
export async function reopenEntry(ports: OutboxMenuPorts, applicationId: string): Promise<ReopenResult> {
  const { shelf } = ports;
  const entry = await shelf.readEntry(applicationId);
  const envelope = await shelf.readEnvelope(applicationId);
  if (envelope === 'unreadable') return { kind: 'failed', reason: 'unknown' };
  // What is sealed comes back as an empty form: nobody on this phone can open it.
  const isSealed = entry?.sealed !== undefined;
  const answers = isSealed ? {} : envelope === undefined ? undefined : answersIn(envelope);
  const definition = entry === undefined ? undefined : await ports.catalogue.readService(entry.serviceId);
  if (entry === undefined || definition === undefined || answers === undefined) return { kind: 'unknown-service' };
  const fresh = await newDraft(ports, definition, answers, entry.ownerId, whoseOf(entry, envelope));
  // What nobody has any more can't be repaired.
  const isNew = entry.about === undefined || isForgotten(entry);
  const draft = isNew ? fresh : { ...fresh, ...(await repairOf(ports, entry)) };
  const result = await shelf.reopenAsDraft(applicationId, draft);
  if (result.kind === 'stored') {
    ports.poke();
    return { kind: 'started', draftId: draft.id };
  }
  return result.kind === 'gone' ? { kind: 'unknown-service' } : result;
}

/**
 * What the office did not take repairs what it says now, if it is the applicant's turn still. Otherwise the answers are
 * the beginning of a new application.
 */
async function repairOf({ shelf }: OutboxMenuPorts, { about }: OutboxEntry): Promise<Pick<Draft, 'repair'>> {
  const application = about === undefined ? undefined : await shelf.readEntry(about.applicationId);
  if (application?.delivery.state !== 'delivered') return {};
  const tracked = await shelf.readTracked(application.applicationId);
  const repair = tracked === null ? undefined : draftRepair(tracked, application.delivery.receipt.registrationNumber);
  return repair === undefined ? {} : { repair };
}

/** The same resident's. Their yes comes along with its picture, unless they have taken it back or it is sealed. */
function whoseOf(
  { residentId, consent: mark }: OutboxEntry,
  envelope: ArrayBuffer | undefined,
): Pick<Draft, 'residentId' | 'consent'> {
  if (residentId === undefined) return {};
  const consent = envelope === undefined || mark?.withdrawnAtMs !== undefined ? undefined : consentIn(envelope);
  return consent === undefined ? { residentId } : { residentId, consent };
}
