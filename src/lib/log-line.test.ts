import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLine, logText } from './log-line.ts';

describe('a line of the log that is shared', () => {
  it('keeps codes, names of errors, small numbers and the end of an id', () => {
    const line = logLine(0, 'run-ended', {
      id: '0193ab00-1111-7222-8333-444455556666',
      outcome: 'sign-in-needed',
      name: 'QuotaExceededError',
      ms: 1200,
      ok: true,
      status: null,
    });
    expect(logText([line])).toBe(
      '1970-01-01 00:00:00 run-ended id=…556666 outcome=sign-in-needed name=QuotaExceededError ms=1200 ok=true',
    );
  });

  it('has no place for an NIK, a telephone number, a name or a file name (F96)', () => {
    const line = logLine(0, 'KANARI SATU', {
      nik: '9999990101900001',
      number: 9_999_990_101_900_001,
      phone: 81_200_000_001,
      ms: 9_999_990_101_900_001,
      why: 'KANARI Siti',
      ktp: true,
      name: 'KANARI Siti',
      one: 'KANARI',
      file: 'ktp-siti.jpg',
      path: '/v1/applications/9999990101900001',
      'KANARI Siti': 1,
    });
    expect(logText([line])).toBe('1970-01-01 00:00:00 - ms=- name=-');
  });

  it('has no run of ten digits, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.oneof(fc.string(), fc.double(), fc.bigInt().map(Number)),
        (event, name, fact) => {
          const { event: kept, facts } = logLine(0, event, { [name]: fact });
          expect(`${kept} ${Object.values(facts).join(' ')}`).not.toMatch(/\d{10}/);
        },
      ),
    );
  });
});
