import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortcutKeys, shortcutOf } from './shortcut.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, repeat: false };

test('no key does anything while a person types, or together with Ctrl, Alt or the command key', () => {
  const press = fc.record({
    key: fc.constantFrom(...shortcutKeys.map(([key]) => key)),
    ctrlKey: fc.boolean(),
    metaKey: fc.boolean(),
    altKey: fc.boolean(),
    isComposing: fc.boolean(),
    repeat: fc.boolean(),
  });
  fc.assert(
    fc.property(press, fc.constantFrom('text' as const, 'control' as const, 'page' as const), (pressed, focus) => {
      const isHeld = pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing;
      if (focus === 'text' || isHeld) expect(shortcutOf(pressed, focus)).toBeNull();
    }),
  );
});

test('every key means one thing, and Enter on a button is the button’s', () => {
  expect(new Set(shortcutKeys.map(([key]) => key)).size).toBe(shortcutKeys.length);
  for (const [key, means] of shortcutKeys) expect(shortcutOf({ ...plain, key }, 'page')).toBe(means);
  expect(shortcutOf({ ...plain, key: 'Enter' }, 'control')).toBeNull();
  expect(shortcutOf({ ...plain, key: 'ArrowDown' }, 'control')).toBeNull();
  expect(shortcutOf({ ...plain, key: 'j' }, 'control')).toBe('next');
});

test('a key that is held down walks through the list and decides nothing', () => {
  expect(shortcutOf({ ...plain, repeat: true, key: 'j' }, 'page')).toBe('next');
  expect(shortcutOf({ ...plain, repeat: true, key: 'a' }, 'page')).toBeNull();
});
