import type { Draft } from '#domain/application/draft.ts';
import type { OutboxDocument } from '#domain/application/outbox-entry.ts';
import { fitAnswers } from '#domain/form/fit-answers.ts';
import { consentSlot } from '#domain/resident/consent.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { answersIn } from './envelope-answers.ts';
import type { ApplyAgainResult } from './menu.ts';
import { newDraft } from './new-draft.ts';
import type { OutboxMenuPorts } from './outbox-menu.ts';
import type { AccountStore, CatalogueStore, DraftStore, OutboxShelf } from './ports.ts';

interface Ports extends Pick<OutboxMenuPorts, 'device' | 'isKnownArea'> {
  readonly shelf: Pick<OutboxShelf, 'readEntry' | 'readEnvelope'>;
  readonly drafts: Pick<DraftStore, 'addDraft' | 'readDocument' | 'addDocument'>;
  readonly account: Pick<AccountStore, 'readAccount'>;
  readonly catalogue: Pick<CatalogueStore, 'readService' | 'keepShortcut'>;
}

/** Whether the answers of an application that was sent off are still on this phone. */
export async function hasAnswers(
  { shelf }: Pick<Ports, 'shelf'>,
  applicationId: string,
): Promise<'yes' | 'no' | 'unknown'> {
  // The screen that asks shows the entry: one that can't be found can only not be read just now.
  if ((await shelf.readEntry(applicationId)) === undefined) return 'unknown';
  const envelope = await shelf.readEnvelope(applicationId);
  if (envelope === 'unreadable') return 'unknown';
  return envelope !== undefined && answersIn(envelope) !== undefined ? 'yes' : 'no';
}

/** "Ajukan lagi": a new form of today with the answers and papers of an application, which stays what it is. */
export async function applyAgain(ports: Ports, applicationId: string): Promise<ApplyAgainResult> {
  const { shelf, catalogue, drafts } = ports;
  const entry = await shelf.readEntry(applicationId);
  const envelope = await shelf.readEnvelope(applicationId);
  if (envelope === 'unreadable') return { kind: 'failed', reason: 'unknown' };
  const given = envelope === undefined ? undefined : answersIn(envelope);
  if (entry === undefined || given === undefined) return { kind: 'answers-gone' };
  const definition = await catalogue.readService(entry.serviceId);
  if (definition === undefined) return { kind: 'unknown-service' };
  const context = { today: wibDate(ports.device.nowMs()), isKnownArea: await ports.isKnownArea() };
  const { answers, dropped } = fitAnswers(definition, given, context);
  // The same resident's, who is asked again: a consent is for one application.
  const { residentId } = entry;
  const whose = residentId === undefined ? {} : { residentId };
  const draft = await newDraft(ports, definition, answers, entry.ownerId, whose);
  const added = await drafts.addDraft(draft);
  if (added.kind === 'failed') return added;
  void catalogue.keepShortcut({ kind: 'used', serviceId: definition.id });
  const papers = entry.documents.filter(({ slot }) => slot !== consentSlot);
  const missing = await copyPapers(ports, papers, draft);
  return { kind: 'started', draftId: draft.id, dropped, papers: papers.length, missing };
}

/** One at a time, so that a small phone holds one in memory. Resolves with how many could not come along. */
async function copyPapers({ drafts, device }: Ports, papers: readonly OutboxDocument[], draft: Draft): Promise<number> {
  let missing = 0;
  for (const { id, slot, mediaType } of papers) {
    const requirement = draft.definition.requirements.find((one) => one.id === slot);
    const fits = requirement?.accept.includes(mediaType) === true;
    const found = fits ? await drafts.readDocument(id) : undefined;
    const copied =
      found !== undefined &&
      (await drafts.addDocument(
        { ...found.document, id: device.newId(), applicationId: draft.id, attachedAtMs: device.nowMs() },
        found.bytes,
      ));
    if (copied === false || copied.kind !== 'stored') missing += 1;
  }
  return missing;
}
