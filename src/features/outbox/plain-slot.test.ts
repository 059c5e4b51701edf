import { expect, it } from 'vitest';
import { plainSlot } from './plain-slot.ts';

it("a paper's id can be read as words", () => {
  expect(plainSlot('pengantar_rt_rw')).toBe('Pengantar rt rw');
  expect(plainSlot('ktp')).toBe('Ktp');
  expect(plainSlot('surat-nikah')).toBe('Surat nikah');
});
