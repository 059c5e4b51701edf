import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { suratKeteranganUsaha as sku } from '#tests/fixtures/services/services.ts';
import { markedNames } from './marked-names.ts';
import { keptPapers, markedSlot } from './repair.ts';

const text = ({ id }: { readonly id: string }) => id;
const otherwise = 'tidak ada lagi';

describe('what an official marked', () => {
  it('has the names that the form gives it, each once', () => {
    const [field] = sku.steps.flatMap(({ fields }) => fields);
    const [paper] = sku.requirements;
    const pointers = [`/${field?.id ?? ''}`, `/documents/${paper?.id ?? ''}`, `/${field?.id ?? ''}`];
    expect(markedNames(sku, pointers, text, otherwise)).toEqual([field?.label.id, paper?.label.id]);
  });

  it('is never shown as a pointer, whatever an office sends', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shippedServices), fc.array(fc.string(), { maxLength: 5 }), (service, keys) => {
        const pointers = [`/${keys.join('/')}`, `/documents/${keys.join('/')}`, ...keys];
        for (const name of markedNames(service, pointers, text, otherwise)) {
          expect(name).not.toBe('');
          expect(pointers.includes(name) && name !== otherwise).toBe(false);
        }
      }),
    );
  });

  it('of papers, every one of a marked kind is asked for again and no other', () => {
    const slot = fc.constantFrom('ktp', 'kk', 'surat');
    const paper = fc.record({
      id: fc.uuid(),
      slot,
      mediaType: fc.constant('image/jpeg' as const),
      sizeBytes: fc.nat(),
      sha256: fc.constant('a'),
    });
    fc.assert(
      fc.property(fc.array(paper), fc.array(slot), (papers, marked) => {
        const fields = ['/nama', ...marked.map((one) => `/documents/${one}`)];
        const kept = keptPapers({ fields, papers });
        expect(kept).toEqual(papers.filter((one) => !marked.includes(one.slot)));
        expect(fields.map(markedSlot).filter((one) => one !== undefined)).toEqual(marked);
      }),
    );
  });
});
