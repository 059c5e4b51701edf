import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import { cleanAnswers } from '#domain/form/clean.ts';
import { sealToLock } from '#api/lock/seal-to-lock.ts';
import { sha256Hex } from '#media/sha256.ts';
import { reopenEntry } from '#services/reopen-entry.ts';
import { createRepairsMenu } from '#services/repairs-menu.ts';
import { submitDraft } from '#services/submit-draft.ts';
import { createChangeStore } from '#storage/change-store.ts';
import { createOutboxStore } from '#storage/outbox-store.ts';
import { outboxRow } from '#storage/rows.ts';
import { firstOf } from '#tests/fixtures/first-of.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { today } from '#tests/fixtures/services/arbitrary-answers.ts';
import { everyBranch } from '#tests/fixtures/services/branches.ts';
import { suratKeteranganUsaha as sku } from '#tests/fixtures/services/services.ts';

const nowMs = Date.parse(`${today}T09:00:00+07:00`);
const [branch = {}] = everyBranch(sku);
const answers = cleanAnswers(sku, branch, today);
const [step] = sku.steps;
const marked = step?.fields[0]?.id ?? '';
const slots = sku.requirements.filter(({ required }) => required).map(({ id }) => id);
const paperOf = (slot: string) =>
  ({ id: `office-${slot}`, slot, mediaType: 'image/jpeg', sizeBytes: 10, sha256: 'a'.repeat(64) }) as const;
const returned: TrackedApplication = {
  applicationId: 'application-1',
  status: 'returned',
  version: 3,
  changedAtMs: nowMs,
  reason: 'Foto KTP buram',
  repair: { fields: [`/${marked}`], papers: slots.map(paperOf), answers },
};

let phone: TestVault;
beforeEach(async () => {
  phone = await openTestVault();
  const { vault, rows } = phone;
  await vault.account.signIn({ accountId: 'account-a', name: 'KANARI' });
  await vault.shelf.readDevice();
  await vault.catalogue.saveCatalogue({ definitions: [{ definition: sku, etag: null }], confirmedAtMs: nowMs });
  const delivery = { state: 'delivered', receipt: aReceipt({ version: 1 }), deliveredAtMs: nowMs } as const;
  await rows.outbox.put(outboxRow(anEntry({ serviceId: sku.id, delivery })));
});
afterEach(() => {
  phone.end();
});

function menu(fetched: TrackedApplication | null = null) {
  let ids = 0;
  const { vault } = phone;
  const ports = {
    ...vault,
    store: createChangeStore(vault.inside.connection),
    device: { nowMs: () => nowMs, newId: () => `new-${String((ids += 1))}` },
    digest: sha256Hex,
    isKnownArea: () => Promise.resolve(() => true),
    fetchTracked: () => Promise.resolve(fetched),
    poke: () => undefined,
  };
  const submit = (draftId: string) =>
    submitDraft(
      {
        ...ports,
        readResident: () => Promise.resolve(undefined),
        sealing: () => Promise.resolve(null),
        wishesSeal: () => false,
        onSubmitted: () => undefined,
      },
      draftId,
    );
  return { repairs: createRepairsMenu(ports), submit, ports };
}

async function begun(repairs: ReturnType<typeof menu>['repairs']): Promise<string> {
  const result = await repairs.begin('application-1');
  if (result.kind !== 'started') throw new Error(`not begun: ${result.kind}`);
  return result.draftId;
}

/** As the engine keeps what it pulls. */
function told(tracked: TrackedApplication) {
  const { connection, tripwire } = phone.vault.inside;
  return createOutboxStore(connection, sha256Hex, tripwire, sealToLock).commitChanges(
    'account-a',
    [tracked],
    'c',
    9,
    'newer',
  );
}

describe('a repair', () => {
  it('begins without signal at the first thing that was marked, with what the office has, and is gone on with', async () => {
    await told(returned);
    const { repairs } = menu();
    const draftId = await begun(repairs);
    expect(await phone.vault.drafts.readDraft(draftId)).toMatchObject({
      place: step?.id,
      answers,
      repair: { applicationId: 'application-1', seenVersion: 3, fields: [`/${marked}`], kept: slots.map(paperOf) },
    });
    expect(await begun(repairs)).toBe(draftId);
    expect((await firstOf(repairs.changes('application-1'))).draftId).toBe(draftId);
  });

  it('sent off is an entry about its application, whole, with a number of no application', async () => {
    await told(returned);
    const { repairs, submit } = menu();
    const draftId = await begun(repairs);
    const before = await phone.vault.shelf.readDevice();
    expect(await submit(draftId)).toEqual({ kind: 'stored', applicationId: draftId });
    const [entry] = (await firstOf(repairs.changes('application-1'))).entries;
    expect(entry).toMatchObject({
      applicationId: draftId,
      about: { kind: 'revision', applicationId: 'application-1', seenVersion: 3 },
      documents: [],
      untried: true,
    });
    expect(await phone.vault.shelf.readDevice()).toEqual(before);
    const envelope = await phone.vault.shelf.readEnvelope(draftId);
    if (!(envelope instanceof ArrayBuffer)) throw new Error('no envelope');
    const body: unknown = JSON.parse(new TextDecoder().decode(envelope));
    expect(body).toMatchObject({ data: answers, documents: slots.map((slot) => ({ id: `office-${slot}`, slot })) });
    expect(body).not.toHaveProperty('onBehalfOf');
  });

  it('asks for a marked paper anew, and sends nothing without it', async () => {
    const [first = ''] = slots;
    await told({ ...returned, repair: { fields: [`/documents/${first}`], papers: slots.map(paperOf), answers } });
    const { repairs, submit } = menu();
    const draftId = await begun(repairs);
    const place = (await phone.vault.drafts.readDraft(draftId))?.place;
    expect(place).toBe('documents');
    expect(await submit(draftId)).toMatchObject({
      kind: 'invalid',
      problems: [{ pointer: `/documents/${first}`, code: 'documentMissing' }],
    });
  });

  it('that was given back once more takes the newest marks, and what was typed stays', async () => {
    await told(returned);
    const { repairs } = menu();
    const draftId = await begun(repairs);
    const typed = { ...answers, [marked]: 'lain' };
    await phone.vault.drafts.saveAnswers(draftId, { answers: typed, place: 'review', updatedAtMs: nowMs }, 'strict');
    await told({ ...returned, version: 5, reason: 'Masih salah' });
    expect(await begun(repairs)).toBe(draftId);
    expect(await phone.vault.drafts.readDraft(draftId)).toMatchObject({
      answers: typed,
      repair: { seenVersion: 5, reason: 'Masih salah' },
    });
  });

  it('that the office did not take repairs what it says now; otherwise its answers begin anew', async () => {
    await told(returned);
    const { repairs, submit, ports } = menu();
    const draftId = await begun(repairs);
    await submit(draftId);
    const problem = { kind: 'changed-since', detail: null } as const;
    const row = await phone.rows.outbox.get(draftId);
    if (row === undefined) throw new Error('no row');
    const delivery = { state: 'needs-person', problem, sinceMs: nowMs, receipt: null } as const;
    const refused = outboxRow({ ...row.entry, delivery });
    await phone.rows.outbox.put(refused);
    await told({ ...returned, version: 5 });
    const again = await reopenEntry(ports as never, draftId);
    if (again.kind !== 'started') throw new Error(again.kind);
    expect(await phone.vault.drafts.readDraft(again.draftId)).toMatchObject({ answers, repair: { seenVersion: 5 } });
    expect((await firstOf(repairs.changes('application-1'))).entries).toEqual([]);
  });

  it('whose application the office has forgotten becomes a new one, with what was typed', async () => {
    await told(returned);
    const { repairs, submit, ports } = menu();
    const draftId = await begun(repairs);
    await submit(draftId);
    const problem = { kind: 'refused', status: 404, detail: null, fieldProblems: [], isForgotten: true } as const;
    const row = await phone.rows.outbox.get(draftId);
    if (row === undefined) throw new Error('no row');
    const delivery = { state: 'needs-person', problem, sinceMs: nowMs, receipt: null } as const;
    await phone.rows.outbox.put(outboxRow({ ...row.entry, delivery }));
    const again = await reopenEntry(ports as never, draftId);
    if (again.kind !== 'started') throw new Error(again.kind);
    const draft = await phone.vault.drafts.readDraft(again.draftId);
    expect(draft).toMatchObject({ answers });
    expect(draft).not.toHaveProperty('repair');
  });

  it('is not begun of what is not given back, and says when it needs signal', async () => {
    expect(await menu().repairs.begin('application-1')).toEqual({ kind: 'not-returned' });
    await told({ ...returned, repair: { fields: [], papers: [] } });
    expect(await menu().repairs.begin('application-1')).toEqual({ kind: 'signal-needed' });
    expect(await menu(returned).repairs.begin('application-1')).toMatchObject({ kind: 'started' });
  });
});

describe('what comes back', () => {
  it('lies without its answers where a lock or a seal keeps them from being read', async () => {
    await phone.rows.meta.put({ key: 'lock/account-a', value: {} });
    await told(returned);
    expect((await phone.rows.tracked.get('application-1'))?.repair).toEqual({
      fields: [`/${marked}`],
      papers: slots.map(paperOf),
    });
  });

  it('goes from the phone once the office goes on', async () => {
    await told(returned);
    expect((await phone.rows.tracked.get('application-1'))?.repair?.answers).toEqual(answers);
    await told({ applicationId: 'application-1', status: 'submitted', version: 4, changedAtMs: nowMs, reason: null });
    expect(await phone.rows.tracked.get('application-1')).not.toHaveProperty('repair');
  });
});

describe('taking back', () => {
  it('is one entry however often it is asked for, with the newest version that was seen, and can be let go of', async () => {
    await told(returned);
    const { repairs } = menu();
    expect(await repairs.withdraw('application-1')).toEqual({ kind: 'saved' });
    expect(await repairs.withdraw('application-1')).toEqual({ kind: 'saved' });
    const { entries } = await firstOf(repairs.changes('application-1'));
    expect(entries.map(({ about }) => about)).toEqual([
      { kind: 'withdrawal', applicationId: 'application-1', seenVersion: 3 },
    ]);
    const id = entries[0]?.applicationId ?? '';
    expect(await repairs.drop(id)).toEqual({ kind: 'gone' });
  });
});
