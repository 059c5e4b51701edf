import { afterEach, describe, expect, it } from 'vitest';
import { testFile } from '../../testing/test-file.ts';
import { startToyClamd, type ToyClamd, type ToyClamdSettings } from '../../testing/toy-clamd.ts';
import { clamdScanner } from './clamd-scanner.ts';

/** What every scanner knows, harmless: https://www.eicar.org/download-anti-malware-testfile/ In two parts, so that none finds it here. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-');

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
async function clamd(mood?: ToyClamdSettings['mood']) {
  const toy = await startToyClamd({ word: 'EICAR-STANDARD', ...(mood === undefined ? {} : { mood }) });
  open.push(toy);
  return toy;
}
const scannerAt = ({ port }: Pick<ToyClamd, 'port'>, waitMs?: number) =>
  clamdScanner({ host: '127.0.0.1', port }, waitMs);

/** What the real one does as well is in tests/suites/scanner-suite.ts. */
describe('clamd, as it is asked', () => {
  it('is given every byte, and believed', async () => {
    const toy = await clamd();
    const bytes = testFile(300_000).bytes;
    expect(await scannerAt(toy).scan(bytes)).toBe('clean');
    expect(toy.seen[0]?.equals(bytes)).toBe(true);
    expect(await scannerAt(toy).scan(Buffer.from(eicar))).toBe('infected');
  });

  it.each(['hangs-up', 'half'] as const)('gives no answer when it %s', async (mood) => {
    expect(await scannerAt(await clamd(mood)).scan(Buffer.from(eicar))).toBe('no-answer');
  });

  it('gives no answer when it is silent', async () => {
    expect(await scannerAt(await clamd('silent'), 50).scan(new Uint8Array(10))).toBe('no-answer');
  });
});
