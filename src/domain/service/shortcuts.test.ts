import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { changeShortcuts, claimShortcuts, type ShortcutChange } from './change-shortcuts.ts';
import { mostShortcuts, noShortcuts, shownShortcuts } from './shortcuts.ts';
import { summaryOf } from './summary.ts';

const services = shippedServices.map(summaryOf);
const id = fc.constantFrom(...services.map((service) => service.id), 'dihentikan');
const change: fc.Arbitrary<ShortcutChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom('star', 'unstar', 'used'), serviceId: id }),
  fc.constant({ kind: 'forget-used' } as const),
);
const after = (changes: readonly ShortcutChange[]) => changes.reduce(changeShortcuts, noShortcuts);
const ids = (all: readonly { readonly id: string }[]) => all.map((service) => service.id);

describe('favourites and services used last', () => {
  it('the newest comes first, and a star that is taken away makes room for the one before it', () => {
    const five = ['sku', 'kia', 'sktm', 'pengaduan', 'kk-baru'];
    const starred = after(five.map((serviceId) => ({ kind: 'star', serviceId })));
    expect(ids(shownShortcuts(services, starred).favourites)).toEqual(['kk-baru', 'pengaduan', 'sktm', 'kia']);
    const fewer = changeShortcuts(starred, { kind: 'unstar', serviceId: 'sktm' });
    expect(ids(shownShortcuts(services, fewer).favourites)).toEqual(['kk-baru', 'pengaduan', 'kia', 'sku']);
  });

  it('whatever is done, home shows at most four of each, only what is offered, and nothing twice', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
        const { favourites, recent } = shownShortcuts(services, after(changes));
        const all = ids([...favourites, ...recent]);
        expect(new Set(all).size).toBe(all.length);
        expect(all).not.toContain('dihentikan');
        expect(Math.max(favourites.length, recent.length)).toBeLessThanOrEqual(mostShortcuts);
      }),
    );
  });

  it('a star stays until it is taken away, however much is used', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), id, (changes, serviceId) => {
        const before = changeShortcuts(after(changes), { kind: 'star', serviceId });
        const used = changes.filter(({ kind }) => kind === 'used' || kind === 'forget-used');
        expect(used.reduce(changeShortcuts, before).favourites[0]).toBe(serviceId);
        expect(changeShortcuts(before, { kind: 'unstar', serviceId }).favourites).not.toContain(serviceId);
      }),
    );
  });

  it('who signs in keeps what they had, behind what was done on the phone since', () => {
    const ofPhone = after([
      { kind: 'used', serviceId: 'sku' },
      { kind: 'star', serviceId: 'kia' },
    ]);
    const ofAccount = after([
      { kind: 'used', serviceId: 'sktm' },
      { kind: 'used', serviceId: 'sku' },
      { kind: 'star', serviceId: 'sktm' },
    ]);
    expect(claimShortcuts(ofPhone, ofAccount)).toEqual({ favourites: ['kia', 'sktm'], recent: ['sku', 'sktm'] });
    expect(claimShortcuts(ofPhone)).toEqual(ofPhone);
  });
});
