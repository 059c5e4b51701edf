import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyResident } from './tidy-resident.ts';

const typed = { name: 'KANARI Siti', nik: '', phone: '', area: '', note: '' };

describe('what an officer writes down of a resident', () => {
  it('needs a name, of one word or many, and nothing else', () => {
    for (const name of ['Suparmi', '  KANARI   Siti  Aminah ', 'R. Ng. KANARI'])
      expect(tidyResident({ ...typed, name }).problems).toEqual([]);
    expect(tidyResident({ ...typed, name: '  KANARI   Siti ' }).words.name).toBe('KANARI Siti');
    for (const name of ['', '   ', '\u200B'])
      expect(tidyResident({ ...typed, name }).problems).toEqual(['name-missing']);
  });

  it('keeps the number as +62, however it was written, and says so where it is none', () => {
    for (const phone of ['0812-0000-0001', '62812 0000 0001', '+62 812-0000-0001'])
      expect(tidyResident({ ...typed, phone })).toMatchObject({ words: { phone: '+6281200000001' }, problems: [] });
    expect(tidyResident({ ...typed, phone: '021' })).toMatchObject({
      words: { phone: '021' },
      problems: ['phone-unreadable'],
    });
  });

  it('keeps a NIK that is odd or not whole: some real ones are', () => {
    expect(tidyResident({ ...typed, nik: '9999 9901-0190.0001' }).words.nik).toBe('9999990101900001');
    expect(tidyResident({ ...typed, nik: '36030101' })).toMatchObject({ words: { nik: '36030101' }, problems: [] });
  });

  it('is the same when it is tidied twice, whatever was typed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 2_000 });
    fc.assert(
      fc.property(fc.record({ name: text, nik: text, phone: text, area: fc.constant(''), note: text }), (words) => {
        const once = tidyResident(words);
        expect(tidyResident(once.words)).toEqual(once);
      }),
    );
  });
});
