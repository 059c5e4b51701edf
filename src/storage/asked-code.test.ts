import { describe, expect, it } from 'vitest';
import { createAskedCodeKeeper } from './asked-code.ts';

const code = { requestId: 'r', phone: '+6281299990001', expiresAtMs: 600_000, resendAtMs: 60_000 };

function memory(full = false) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem(key: string, value: string) {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

describe('the code that is waited for', () => {
  it('is there again for the next page, and gone without a trace once it is given up', () => {
    const storage = memory();
    createAskedCodeKeeper(() => storage).keep(code);
    expect(createAskedCodeKeeper(() => storage).read()).toEqual(code);
    createAskedCodeKeeper(() => storage).keep(null);
    expect(storage.kept.size).toBe(0);
  });

  it('is known to the page that asked when the phone keeps nothing', () => {
    const keeper = createAskedCodeKeeper(() => memory(true));
    keeper.keep(code);
    expect(keeper.read()).toEqual(code);
    const shut = createAskedCodeKeeper(() => {
      throw new DOMException('shut', 'SecurityError');
    });
    shut.keep(code);
    expect(shut.read()).toEqual(code);
  });

  it.each(['', '{', '[]', '1', '{"requestId":1}', '{"requestId":"r","phone":"+62","expiresAtMs":"x"}'])(
    'is none where something else lies: %s',
    (text) => {
      const storage = memory();
      storage.kept.set('ajukan.asked-code', text);
      expect(createAskedCodeKeeper(() => storage).read()).toBeNull();
    },
  );
});
