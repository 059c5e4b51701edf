import { wibDate } from '#domain/form/wib-date.ts';
import { consentSlot } from '#domain/resident/consent.ts';
import { residentAnswers } from '#domain/resident/resident-answers.ts';
import type { GivenConsent, StartForResult } from './menu-residents.ts';
import { newDraft } from './new-draft.ts';
import type { AccountStore, CatalogueStore, Device, DraftStore, PreparePaper, Stored } from './ports.ts';
import type { ResidentStore } from './resident-ports.ts';
import { takeConsent, type TakenConsent } from './take-consent.ts';

export interface StartForPorts {
  readonly residents: ResidentStore;
  readonly device: Device;
  readonly drafts: Pick<DraftStore, 'addDraft' | 'addDocument' | 'setHidden' | 'readDocuments' | 'removeDocument'>;
  readonly catalogue: Pick<CatalogueStore, 'readService' | 'keepShortcut'>;
  readonly account: Pick<AccountStore, 'readAccount'>;
  readonly preparePaper: PreparePaper;
  readonly isKnownArea: () => Promise<(code: string) => boolean>;
}

/** A form for a resident: nothing is filled in before they have agreed. */
export async function startFor(
  ports: StartForPorts,
  residentId: string,
  serviceId: string,
  given: GivenConsent,
): Promise<StartForResult> {
  const { drafts, catalogue, device } = ports;
  const definition = await catalogue.readService(serviceId);
  if (definition === undefined) return { kind: 'unknown-service' };
  const resident = await ports.residents.readResident(residentId);
  if (resident === undefined) return { kind: 'gone' };
  const taken = await takeConsent(ports, given);
  if ('kind' in taken) return taken;
  const context = { today: wibDate(device.nowMs()), isKnownArea: await ports.isKnownArea() };
  const answers = residentAnswers(definition, resident, context);
  const whose = { residentId, consent: taken.consent };
  const draft = await newDraft(ports, definition, answers, resident.ownerId, whose);
  // Somebody else has signed in meanwhile, in another tab.
  if (draft.ownerId !== resident.ownerId) return { kind: 'gone' };
  const added = await drafts.addDraft(draft);
  if (added.kind === 'failed') return added;
  const kept = await keepPicture(ports, draft.id, taken);
  if (kept.kind !== 'stored') {
    // Without what shows the consent there is no form.
    await drafts.setHidden(draft.id, device.nowMs());
    return kept;
  }
  void catalogue.keepShortcut({ kind: 'used', serviceId });
  return { kind: 'started', draftId: draft.id };
}

/** A yes to a form that was begun without one, or whose one was taken back. */
export async function agreeTo(
  ports: StartForPorts,
  residentId: string,
  draftId: string,
  given: GivenConsent,
): Promise<StartForResult> {
  const taken = await takeConsent(ports, given);
  if ('kind' in taken) return taken;
  const old = (await ports.drafts.readDocuments(draftId)).filter(({ slot }) => slot === consentSlot);
  const kept = await keepPicture(ports, draftId, taken);
  if (kept.kind !== 'stored') return kept;
  const agreed = await ports.residents.giveConsent(draftId, residentId, taken.consent, ports.device.nowMs());
  if (agreed.kind !== 'stored') {
    if (taken.picture !== null) await ports.drafts.removeDocument(taken.picture.document.id);
    return agreed;
  }
  for (const { id } of old) await ports.drafts.removeDocument(id);
  return { kind: 'started', draftId };
}

async function keepPicture(
  { drafts }: StartForPorts,
  applicationId: string,
  { picture }: TakenConsent,
): Promise<Stored> {
  if (picture === null) return { kind: 'stored' };
  const kept = await drafts.addDocument({ ...picture.document, applicationId }, picture.bytes);
  return kept.kind === 'replaced-gone' ? { kind: 'gone' } : kept;
}
