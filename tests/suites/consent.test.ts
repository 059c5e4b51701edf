import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { sha256Hex } from '#media/sha256.ts';
import { paperlessService } from '#server/testing/test-service.ts';
import type { GivenConsent, ResidentsMenu } from '#services/menu-residents.ts';
import { createResidentsMenu } from '#services/residents-menu.ts';
import { submitDraft, type SubmitPorts } from '#services/submit-draft.ts';
import { createResidentStore } from '#storage/resident-store.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { firstOf } from '#tests/fixtures/first-of.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { aReceipt } from '#tests/fixtures/outbox-entry.ts';

const service: ServiceDefinition = {
  ...paperlessService,
  steps: [
    {
      id: 'pemohon',
      title: { id: 'Pemohon' },
      fields: [
        { id: 'nama_pemohon', type: 'text', label: { id: 'Nama' } },
        { id: 'nik_pemohon', type: 'nik', label: { id: 'NIK' } },
      ],
    },
  ],
};
const siti = { name: 'KANARI Siti', nik: '9999990101900001', phone: '0812-0000-0001', area: '', note: '' };
const signed: GivenConsent = { language: 'id', method: 'signature', picture: new File(['KANARI'], 'p.png') };
const spoken: GivenConsent = { language: 'en', method: 'spoken', witness: ' KANARI  Saksi ' };

let phone: TestVault;
let menu: ResidentsMenu;
let nowMs: number;
let resident: string;
beforeEach(async () => {
  phone = await openTestVault();
  await signIn('officer-a');
  const { drafts, catalogue, account, inside } = phone.vault;
  await catalogue.saveCatalogue({ definitions: [{ definition: service, etag: null }], confirmedAtMs: 1 });
  nowMs = Date.parse('2026-11-26T03:00:00Z');
  let ids = 0;
  menu = createResidentsMenu({
    residents: createResidentStore(inside.connection, inside.tripwire),
    drafts,
    catalogue,
    account,
    async preparePaper(order) {
      const bytes = await order.file.arrayBuffer();
      return { kind: 'prepared', bytes, mediaType: 'image/png', sha256: await sha256Hex(bytes), doubts: [] };
    },
    isKnownArea: async () => () => true,
    device: { nowMs: () => nowMs, newId: () => `id-${String((ids += 1))}` },
    sleep: () => new Promise(() => undefined),
    onKept: () => undefined,
  });
  const added = await menu.add(siti);
  if (added.kind !== 'added') throw new Error(added.kind);
  resident = added.residentId;
});
afterEach(() => {
  phone.end();
});

const signIn = (accountId: string, roles: readonly string[] = ['pendamping']) =>
  phone.vault.account.signIn({ accountId, name: 'KANARI', roles });
function submit(draftId: string) {
  const { drafts, shelf, account, inside } = phone.vault;
  const store = createResidentStore(inside.connection, inside.tripwire);
  const ports: SubmitPorts = {
    drafts,
    shelf,
    account,
    device: { nowMs: () => nowMs, newId: () => 'unused' },
    digest: sha256Hex,
    isKnownArea: async () => () => true,
    readResident: (id) => store.readResident(id),
    sealing: () => Promise.resolve(null),
    wishesSeal: () => false,
    onSubmitted: () => undefined,
  };
  return submitDraft(ports, draftId);
}
async function begun(given: GivenConsent = signed): Promise<string> {
  const started = await menu.start(resident, service.id, given);
  if (started.kind !== 'started') throw new Error(started.kind);
  return started.draftId;
}
async function envelopeOf(applicationId: string): Promise<unknown> {
  const bytes = await phone.vault.shelf.readEnvelope(applicationId);
  return bytes instanceof ArrayBuffer ? JSON.parse(new TextDecoder().decode(bytes)) : bytes;
}
const entryOf = (applicationId: string) => phone.vault.shelf.readEntry(applicationId);

describe('a form for a resident', () => {
  it('begins with what the folder knows, and belongs to the resident', async () => {
    const draft = await phone.vault.drafts.readDraft(await begun());
    expect(draft).toMatchObject({
      ownerId: 'officer-a',
      residentId: resident,
      answers: { nama_pemohon: siti.name, nik_pemohon: siti.nik },
      consent: { method: 'signature', language: 'id', givenAtMs: nowMs, witness: null },
    });
  });

  it('tells the office whom it is for, how they agreed, and the picture’s SHA-256; the entry names nobody', async () => {
    const id = await begun();
    nowMs += 60_000;
    expect(await submit(id)).toEqual({ kind: 'stored', applicationId: id });
    const sha256 = await sha256Hex(await new Blob(['KANARI']).arrayBuffer());
    expect(await envelopeOf(id)).toMatchObject({
      documents: [{ slot: 'consent.proof', mediaType: 'image/png', sha256 }],
      onBehalfOf: {
        name: siti.name,
        consent: { method: 'signature', language: 'id', givenAt: '2026-11-26T03:00:00.000Z', proof: sha256 },
      },
      claim: { phone: '+6281200000001', nikEnding: '0001' },
    });
    const entry = await entryOf(id);
    expect([entry?.residentId, entry?.consent?.method]).toEqual([resident, 'signature']);
    expect(JSON.stringify([entry?.consent, entry?.residentId])).not.toContain('KANARI');
  });

  it('can be agreed to by word of mouth, with the name of who heard it', async () => {
    expect(await menu.start(resident, service.id, { ...spoken, witness: ' ' })).toEqual({ kind: 'witness-missing' });
    const id = await begun(spoken);
    await submit(id);
    expect(await envelopeOf(id)).toMatchObject({
      documents: [],
      onBehalfOf: { consent: { method: 'spoken', language: 'en', witness: 'KANARI  Saksi' } },
    });
  });

  it('is not sent without what shows the consent', async () => {
    const id = await begun();
    for (const { id: paper } of await phone.vault.drafts.readDocuments(id))
      await phone.vault.drafts.removeDocument(paper);
    expect(await submit(id)).toEqual({ kind: 'consent-needed', residentId: resident });
    expect(await menu.agree(resident, id, signed)).toEqual({ kind: 'started', draftId: id });
    expect((await submit(id)).kind).toBe('stored');
  });

  it('is never silently the officer’s own: they are asked for whom', async () => {
    await phone.vault.drafts.addDraft(aDraft({ ownerId: 'officer-a', definition: service }));
    expect(await submit('draft-1')).toEqual({ kind: 'for-whom' });
    expect(await menu.agree(resident, 'draft-1', spoken)).toEqual({ kind: 'started', draftId: 'draft-1' });
    expect((await phone.vault.drafts.readDraft('draft-1'))?.residentId).toBe(resident);
    expect((await submit('draft-1')).kind).toBe('stored');
  });

  it('a citizen is asked nothing', async () => {
    await signIn('citizen', ['pemohon']);
    await phone.vault.drafts.addDraft(aDraft({ ownerId: 'citizen', definition: service }));
    expect((await submit('draft-1')).kind).toBe('stored');
    expect(await envelopeOf('draft-1')).not.toHaveProperty('onBehalfOf');
  });

  it('of one resident does not become another’s', async () => {
    const id = await begun();
    const other = await menu.add({ ...siti, name: 'KANARI Budi' });
    if (other.kind !== 'added') throw new Error(other.kind);
    expect(await menu.agree(other.residentId, id, spoken)).toEqual({ kind: 'gone' });
    expect(await phone.vault.drafts.readDraft(id)).toMatchObject({ residentId: resident });
    await signIn('officer-b');
    expect(await menu.start(resident, service.id, spoken)).toEqual({ kind: 'gone' });
    expect(await menu.agree(resident, id, spoken)).toEqual({ kind: 'gone' });
  });

  it('is not begun where the picture finds no room', async () => {
    phone.faults.fillDisk('payloads', 1);
    expect(await menu.start(resident, service.id, signed)).toEqual({ kind: 'failed', reason: 'quota' });
    expect((await firstOf(menu.folder(resident)))?.drafts).toEqual([]);
  });
});

describe('a consent that is withdrawn', () => {
  it('stops what is not sent, also what is tried again or released by the officer, and nothing is deleted', async () => {
    const draft = await begun();
    const waiting = await begun(spoken);
    await submit(waiting);
    const broken = await begun(spoken);
    await submit(broken);
    await phone.rows.outbox
      .where('applicationId')
      .equals(broken)
      .modify((row) => {
        const problem = { kind: 'content-conflict' } as const;
        const delivery = { state: 'needs-person', problem, sinceMs: 1, receipt: null } as const;
        Object.assign(row, { state: delivery.state, entry: { ...row.entry, delivery } });
      });
    nowMs += 1_000;
    expect(await menu.withdraw(resident)).toEqual({ kind: 'saved' });
    expect(await submit(draft)).toEqual({ kind: 'consent-needed', residentId: resident });
    for (const choice of ['resume', 'now'] as const) await phone.vault.shelf.choose(waiting, choice, nowMs);
    await phone.vault.shelf.requeue(broken, nowMs);
    await phone.vault.shelf.makeAllDue(nowMs);
    for (const id of [waiting, broken]) {
      expect(await entryOf(id)).toMatchObject({ pausedAtMs: nowMs, consent: { withdrawnAtMs: nowMs } });
    }
    const folder = await firstOf(menu.folder(resident));
    expect([folder?.drafts.length, folder?.items.length]).toEqual([1, 2]);
  });

  it('leaves what the office has as it is, and other residents’', async () => {
    const sent = await begun(spoken);
    await submit(sent);
    const delivery = { state: 'delivered', receipt: aReceipt({ applicationId: sent }), deliveredAtMs: 1 } as const;
    await phone.rows.outbox
      .where('applicationId')
      .equals(sent)
      .modify((row) => {
        Object.assign(row, { state: delivery.state, entry: { ...row.entry, delivery } });
      });
    const first = resident;
    const other = await menu.add({ ...siti, name: 'KANARI Budi' });
    if (other.kind !== 'added') throw new Error(other.kind);
    resident = other.residentId;
    const theirs = await begun(spoken);
    await submit(theirs);
    await menu.withdraw(first);
    for (const id of [sent, theirs]) {
      const entry = await entryOf(id);
      expect([entry?.pausedAtMs, entry?.consent?.withdrawnAtMs]).toEqual([undefined, undefined]);
    }
    await signIn('officer-b');
    expect(await menu.withdraw(first)).toEqual({ kind: 'gone' });
  });

  it('can be given anew to a draft', async () => {
    const id = await begun();
    await menu.withdraw(resident);
    expect(await menu.agree(resident, id, signed)).toEqual({ kind: 'started', draftId: id });
    expect(await phone.vault.drafts.readDocuments(id)).toHaveLength(1);
    expect((await submit(id)).kind).toBe('stored');
  });
});
