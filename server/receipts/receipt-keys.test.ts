import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newReceiptKeys, ownReceiptKeys, parseReceiptKeys } from './receipt-keys.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-receipts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the keys that receipts are signed with', () => {
  it('are made once, for their owner only, and kept', () => {
    const made = ownReceiptKeys(folder);
    expect(made?.published).toHaveLength(1);
    expect(ownReceiptKeys(folder)?.published).toEqual(made?.published);
    expect(statSync(join(folder, 'receipt-keys.json')).mode & 0o777).toBe(0o600);
  });

  it('never publish a secret', () => {
    const text = newReceiptKeys();
    const secret = /"d":"([^"]+)"/.exec(text)?.[1] ?? 'none';
    expect(JSON.stringify(parseReceiptKeys(text)?.published)).not.toContain(secret);
  });

  it('sign no more with an older key, and still name it', () => {
    const [older] = JSON.parse(newReceiptKeys());
    const [newer] = JSON.parse(newReceiptKeys());
    const { d: _secret, ...published } = older;
    const keys = parseReceiptKeys(JSON.stringify([newer, published]));
    expect(keys?.signing.kid).toBe(newer.kid);
    expect(keys?.published.map(({ kid }) => kid)).toEqual([newer.kid, older.kid]);
  });

  it.each(['', '[]', '{}', '[{"kty":"RSA"}]'])('refuses %j', (text) => {
    writeFileSync(join(folder, 'receipt-keys.json'), text);
    expect(ownReceiptKeys(folder)).toBeUndefined();
    expect(readFileSync(join(folder, 'receipt-keys.json'), 'utf8')).toBe(text);
  });
});
