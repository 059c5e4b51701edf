import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Receipt } from '#domain/application/receipt.ts';
import type { NotFound } from './answer.ts';
import { offer } from './offer-again.ts';
import type { Office, Outcome, OutboxStore } from './ports.ts';

interface Unfound {
  readonly entry: OutboxEntry;
  readonly about: NonNullable<OutboxEntry['about']>;
  readonly outcome: Extract<Outcome<never>, { kind: 'refused' }>;
}

/**
 * The office answered 404 to a change of an application. That is also what it says of somebody else's, and what a bad day
 * may say of anything: so it is asked for the application itself, and then whom it takes us for. Only when all of that
 * agrees has it forgotten the application, which then goes once more if this phone still has it whole.
 */
export async function afterNotFound(
  { store, office }: { readonly store: OutboxStore; readonly office: Office },
  { entry, about, outcome }: Unfound,
  fence: number,
  signal: AbortSignal,
): Promise<Outcome<Receipt> | NotFound> {
  const known = await office.readApplication(about.applicationId, signal);
  if (known.kind === 'ok') return outcome;
  if (known.kind !== 'refused') return known;
  if (known.status !== 404) return outcome;
  const me = await office.whoAmI(signal);
  if (me.kind !== 'ok') return me.kind === 'refused' ? outcome : me;
  if (me.value.accountId !== entry.ownerId) return { kind: 'sign-in-needed' };
  return await giveAgain(store, about, fence);
}

async function giveAgain(
  store: OutboxStore,
  { kind, applicationId }: Unfound['about'],
  fence: number,
): Promise<NotFound | Extract<Outcome<never>, { kind: 'unreachable' }>> {
  const application = await store.readEntry(applicationId);
  // It is on its way already.
  if (application?.delivery.state === 'waiting') return { kind: 'offered-again' };
  // Nobody sends an application to have it taken back.
  if (application?.delivery.state !== 'delivered' || kind === 'withdrawal') return { kind: 'forgotten' };
  switch (await offer(store, application, fence)) {
    case 'offered':
      return { kind: 'offered-again' };
    case 'bytes-gone':
      return { kind: 'forgotten' };
    case 'later':
      return { kind: 'unreachable', reason: 'server-error', status: null };
  }
}
