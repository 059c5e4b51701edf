import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withResolvers } from '#lib/with-resolvers.ts';
import type { ResidentsMenu } from '#services/menu-residents.ts';
import { sha256Hex } from '#media/sha256.ts';
import { createResidentsMenu } from '#services/residents-menu.ts';
import { createResidentStore } from '#storage/resident-store.ts';
import { outboxRow } from '#storage/rows.ts';
import { firstOf } from '#tests/fixtures/first-of.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { aDocument, anEntry } from '#tests/fixtures/outbox-entry.ts';

const typed = { name: ' KANARI  Siti ', nik: '9999 9901 0190 0001', phone: '0812-0000-0001', area: '', note: '' };

describe('the menu of an officer’s residents', () => {
  let phone: TestVault;
  let menu: ResidentsMenu;
  let wake: () => void;
  let asked: number;
  let purged: ReturnType<typeof withResolvers<void>>;
  beforeEach(async () => {
    phone = await openTestVault();
    await phone.vault.account.signIn({ accountId: 'officer-a', name: 'KANARI' });
    const { connection, tripwire } = phone.vault.inside;
    asked = 0;
    purged = withResolvers<void>();
    let ids = 0;
    const residents = createResidentStore(connection, tripwire);
    menu = createResidentsMenu({
      residents: {
        ...residents,
        async purgeHidden(beforeMs) {
          await residents.purgeHidden(beforeMs);
          purged.resolve();
        },
      },
      drafts: phone.vault.drafts,
      catalogue: phone.vault.catalogue,
      account: phone.vault.account,
      async preparePaper(order) {
        const bytes = await order.file.arrayBuffer();
        return { kind: 'prepared', bytes, mediaType: 'image/png', sha256: await sha256Hex(bytes), doubts: [] };
      },
      isKnownArea: async () => () => true,
      device: { nowMs: () => 1_000, newId: () => `resident-${String((ids += 1))}` },
      sleep: () => new Promise((resolve) => (wake = resolve)),
      onKept: () => (asked += 1),
    });
  });
  afterEach(() => {
    phone.end();
  });

  it('keeps a resident in tidy words, and asks the browser to keep the store', async () => {
    expect(await menu.add(typed)).toEqual({ kind: 'added', residentId: 'resident-1' });
    expect(asked).toBe(1);
    const tidy = { name: 'KANARI Siti', nik: '9999990101900001', phone: '+6281200000001' };
    expect(await firstOf(menu.resident('resident-1'))).toMatchObject(tidy);
  });

  it('keeps nothing that has to be repaired first', async () => {
    const invalid = { kind: 'invalid', problems: ['name-missing', 'phone-unreadable'] };
    expect(await menu.add({ ...typed, name: '', phone: '021' })).toEqual(invalid);
    await menu.add(typed);
    expect(await menu.change('resident-1', { ...typed, name: '', phone: '021' })).toEqual(invalid);
    expect(await menu.change('resident-2', typed)).toEqual({ kind: 'gone' });
    expect((await firstOf(menu.list())).map(({ name }) => name)).toEqual(['KANARI Siti']);
  });

  it('shows in a folder how far each application has come', async () => {
    await menu.add(typed);
    const documents = [aDocument({ progress: { state: 'verified' } })];
    await phone.rows.outbox.put(outboxRow(anEntry({ ownerId: 'officer-a', residentId: 'resident-1', documents })));
    const folder = await firstOf(menu.folder('resident-1'));
    expect(folder?.items).toMatchObject([{ sentBytes: 1_000, totalBytes: 1_000, leftBytes: 2 }]);
    expect(await menu.remove('resident-1')).toEqual({ kind: 'unsent' });
  });

  it('removes for good what was not taken back in time', async () => {
    await menu.add(typed);
    expect(await menu.remove('resident-1')).toEqual({ kind: 'saved' });
    expect(await menu.undoRemove('resident-1')).toEqual({ kind: 'saved' });
    expect(await menu.remove('resident-1')).toEqual({ kind: 'saved' });
    wake();
    await purged.promise;
    expect(await phone.rows.residents.count()).toBe(0);
    expect(await menu.undoRemove('resident-1')).toEqual({ kind: 'gone' });
  });
});
