import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import { draftNames } from '#domain/application/draft-names.ts';
import { maskName } from '#domain/application/mask-name.ts';
import { newEntry, plainEnvelopeType, submissionText, type SubmissionParts } from '#domain/application/submission.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import type { FieldProblem } from '#domain/form/answers.ts';
import { cleanAnswers } from '#domain/form/clean.ts';
import { validateAnswers, validateDocuments } from '#domain/form/validate.ts';
import { visibleRequirements } from '#domain/form/visibility.ts';
import type { Resident } from '#domain/resident/resident.ts';
import { forWhom } from './for-whom.ts';
import type { SubmitResult } from './menu.ts';
import type { AccountStore, Device, Digest, DraftStore, OutboxShelf, SeenDraft } from './ports.ts';
import type { Sealing } from './sealing.ts';

/** Another tab may take the number first, or go on writing in the draft; it cannot do so for ever. */
const maxTries = 20;

export interface SubmitPorts {
  readonly drafts: Pick<DraftStore, 'readDraft' | 'readDocuments'>;
  readonly shelf: Pick<OutboxShelf, 'readEntry' | 'readDevice' | 'submit'>;
  readonly account: Pick<AccountStore, 'readAccount'>;
  readonly device: Device;
  readonly digest: Digest;
  readonly isKnownArea: () => Promise<(code: string) => boolean>;
  /** Of the signed-in officer's folders only. */
  readonly readResident: (residentId: string) => Promise<Resident | undefined>;
  /** Null when its code is not on the phone. */
  readonly sealing: () => Promise<Pick<Sealing, 'how' | 'submit'> | null>;
  /** Whether the person wishes a seal, where the office leaves it to them. */
  readonly wishesSeal: () => boolean;
  /** Called once an application is stored, so that it is tried at once. */
  readonly onSubmitted: () => void;
}

/** Kirim: the draft becomes an entry whose bytes are fixed, in one strict transaction, or stays what it was. */
export async function submitDraft(ports: SubmitPorts, draftId: string): Promise<SubmitResult> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const result = await submitAsItIs(ports, draftId);
    if (result !== 'again') return result;
  }
  return { kind: 'failed', reason: 'unknown' };
}

async function submitAsItIs(ports: SubmitPorts, draftId: string): Promise<SubmitResult | 'again'> {
  const { drafts, shelf, account, device } = ports;
  const draft = await drafts.readDraft(draftId);
  if (draft === undefined) {
    // A second tap, or another tab, was first.
    return (await shelf.readEntry(draftId)) === undefined
      ? { kind: 'gone' }
      : { kind: 'stored', applicationId: draftId };
  }
  const answers = cleanAnswers(draft.definition, draft.answers, wibDate(device.nowMs()));
  const slots = new Set(visibleRequirements(draft.definition, answers).map(({ id }) => id));
  const attached = await drafts.readDocuments(draftId);
  const documents = attached.filter(({ slot }) => slots.has(slot));
  // What the office has counts as much as what is attached here.
  const kept = draft.repair?.kept.filter(({ slot }) => slots.has(slot)) ?? [];
  const problems = await problemsOf(ports, draft, answers, [...kept, ...documents]);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const owner = await account.readAccount();
  // A repair is of whoever the application is of: nobody is asked again.
  const whose: Awaited<ReturnType<typeof forWhom>> =
    draft.repair === undefined ? await forWhom(ports.readResident, owner, draft, attached) : { proof: [] };
  if ('kind' in whose) return whose;
  const { deviceId, nextSequence } = await shelf.readDevice();
  const parts: SubmissionParts = {
    applicationId: draft.id,
    definition: draft.definition,
    answers,
    documents: [...documents, ...whose.proof],
    // A repair is no application: it has no number of its own.
    device: { deviceId, sequence: draft.repair === undefined ? nextSequence : Math.max(1, nextSequence - 1) },
    ownerId: owner?.accountId ?? draft.ownerId,
    nowMs: device.nowMs(),
    ...(whose.forResident === undefined ? {} : { forResident: whose.forResident }),
    ...(draft.repair === undefined ? {} : { repair: { ...draft.repair, kept }, ...residentOf(draft) }),
  };
  const seen: SeenDraft = {
    answers: draft.answers,
    ...(draft.locked === undefined ? {} : { locked: draft.locked }),
    updatedAtMs: draft.updatedAtMs,
    documentIds: attached.map(({ id }) => id),
  };
  const sealing = await ports.sealing();
  // What its person wants sealed waits for the code that can do it. What the office wants sealed never goes without.
  const how = (await sealing?.how()) ?? { kind: ports.wishesSeal() ? 'seal-later' : 'plain' };
  const result =
    sealing !== null && how.kind === 'seal'
      ? await sealing.submit({ parts, recipients: how.recipients, seen, maskedName: maskedNameIn(draft) })
      : await store(ports, parts, seen, how.kind === 'seal-later');
  if (result.kind === 'sequence-taken' || result.kind === 'changed') return 'again';
  if (result.kind === 'paper-damaged') return { kind: 'invalid', problems: [missingPaper(result.slot)] };
  if (result.kind !== 'stored') return result;
  ports.onSubmitted();
  return { kind: 'stored', applicationId: draft.id };
}

function residentOf({ residentId }: Draft): Pick<SubmissionParts, 'residentId'> {
  return residentId === undefined ? {} : { residentId };
}

/** What can't be read any more can't be sealed: its place is empty, and the form asks for it again. */
function missingPaper(slot: string): FieldProblem {
  return { pointer: `/documents/${slot}`, code: 'documentMissing' };
}

function maskedNameIn(draft: Draft): string | null {
  const [name] = draftNames(draft);
  return name === undefined ? null : maskName(name);
}

async function store(
  ports: SubmitPorts,
  parts: SubmissionParts,
  seen: SeenDraft,
  sealFirst: boolean,
): ReturnType<OutboxShelf['submit']> {
  const envelope = new TextEncoder().encode(submissionText(parts)).buffer;
  const description = {
    mediaType: plainEnvelopeType,
    sizeBytes: envelope.byteLength,
    sha256: await ports.digest(envelope),
  };
  const entry = newEntry(parts, description);
  return ports.shelf.submit(sealFirst ? { ...entry, sealFirst } : entry, envelope, seen);
}

async function problemsOf(
  ports: SubmitPorts,
  draft: Draft,
  answers: Draft['answers'],
  documents: readonly Pick<AttachedDocument, 'slot' | 'mediaType'>[],
): Promise<readonly FieldProblem[]> {
  const context = { today: wibDate(ports.device.nowMs()), isKnownArea: await ports.isKnownArea() };
  return [
    ...validateAnswers(draft.definition, answers, context),
    ...validateDocuments(draft.definition, answers, documents),
  ];
}
