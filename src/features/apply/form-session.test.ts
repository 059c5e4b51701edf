import { describe, expect, test } from 'vitest';
import type { Answers } from '#domain/form/answers.ts';
import type { SaveResult } from '#services/menu.ts';
import { createFormSession, type SessionPorts } from './form-session.ts';

/** A store that answers only when told, and a timer that fires only when told. */
function bench(answers: Answers = {}) {
  const kept: { answers: Answers; place: string }[] = [];
  const waiting: ((result: SaveResult) => void)[] = [];
  let due: (() => void) | undefined;
  const ports: SessionPorts = {
    save: (change) =>
      new Promise((resolve) => {
        kept.push(change);
        waiting.push(resolve);
      }),
    later: (work) => {
      due = work;
      return () => {
        due = undefined;
      };
    },
  };
  return {
    session: createFormSession({ answers, place: 'a' }, ports),
    kept,
    fireTimer: () => due?.(),
    hasTimer: () => due !== undefined,
    answer: async (result: SaveResult) => {
      waiting.shift()?.(result);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}
const saved: SaveResult = { kind: 'saved' };

describe('saving while a person types', () => {
  test('one timer for a burst of keystrokes, and the last one is in the save', async () => {
    const { session, kept, fireTimer, answer } = bench();
    session.change(['name'], 'K');
    session.change(['name'], 'KA');
    expect(session.getSnapshot().save.kind).toBe('unsaved');
    fireTimer();
    expect(kept).toEqual([{ answers: { name: 'KA' }, place: 'a' }]);
    await answer(saved);
    expect(session.getSnapshot().save.kind).toBe('saved');
  });

  test('a keystroke during a save is not called saved by that save', async () => {
    const { session, fireTimer, answer } = bench();
    session.change(['name'], 'K');
    fireTimer();
    session.change(['name'], 'KA');
    await answer(saved);
    expect(session.getSnapshot().save.kind).toBe('unsaved');
    fireTimer();
    await answer(saved);
    expect(session.getSnapshot().save.kind).toBe('saved');
  });

  test('C20: a failed save keeps the answers, stays visible while typing, and the next save mends it', async () => {
    const { session, kept, fireTimer, answer } = bench();
    session.change(['name'], 'K');
    fireTimer();
    await answer({ kind: 'failed', reason: 'quota' });
    expect(session.getSnapshot().save).toEqual({ kind: 'failed', reason: 'quota' });
    session.change(['name'], 'KA');
    expect(session.getSnapshot().save.kind).toBe('failed');
    fireTimer();
    await answer(saved);
    expect(kept.at(-1)?.answers).toEqual({ name: 'KA' });
    expect(session.getSnapshot().save.kind).toBe('saved');
  });

  test('a new place is stored at once, and a flush with nothing new asks the store nothing', async () => {
    const { session, kept, answer, hasTimer } = bench();
    session.goTo('b');
    expect(kept).toEqual([{ answers: {}, place: 'b' }]);
    expect(hasTimer()).toBe(false);
    await answer(saved);
    await session.flush();
    expect(kept).toHaveLength(1);
  });

  test('a flush while the same answers are on their way waits for that save', async () => {
    const { session, kept, answer } = bench();
    session.change(['name'], 'K');
    const first = session.flush();
    const second = session.flush();
    expect(kept).toHaveLength(1);
    await answer(saved);
    expect(await Promise.all([first, second])).toEqual([saved, saved]);
  });

  test('nested answers: groups and repeats keep their siblings', () => {
    const { session } = bench({ heirs: [{ name: 'KANARI A' }, { name: 'KANARI B' }] });
    session.change(['heirs', 1, 'nik'], '9999990101900001');
    session.change(['mother', 'name'], 'KANARI C');
    session.change(['heirs', 0, 'name'], undefined);
    expect(session.getSnapshot().answers).toEqual({
      heirs: [{}, { name: 'KANARI B', nik: '9999990101900001' }],
      mother: { name: 'KANARI C' },
    });
  });
});

describe('two tabs on one draft', () => {
  test('the echo of an own save changes nothing, also when it comes late', async () => {
    const { session, fireTimer, answer } = bench();
    session.change(['name'], 'K');
    fireTimer();
    await answer(saved);
    session.change(['name'], 'KA');
    fireTimer();
    await answer(saved);
    session.follow({ name: 'K' });
    session.follow({ name: 'KA' });
    expect(session.getSnapshot()).toMatchObject({ answers: { name: 'KA' }, clash: false, save: saved });
  });

  test('what another tab wrote is taken while nothing is unsaved here', () => {
    const { session } = bench({ name: 'K' });
    session.follow({ name: 'K', phone: '0812' });
    expect(session.getSnapshot()).toMatchObject({ answers: { name: 'K', phone: '0812' }, clash: false, save: saved });
  });

  test('an older answer that another tab put back is taken, although this tab once wrote the same', async () => {
    const { session, fireTimer, answer } = bench({ name: 'K' });
    session.change(['name'], 'KA');
    fireTimer();
    await answer(saved);
    session.follow({ name: 'KA' });
    session.follow({ name: 'K' });
    expect(session.getSnapshot().answers).toEqual({ name: 'K' });
  });

  test('unsaved answers here survive, other answers come over, and a clash is told', async () => {
    const { session, kept, fireTimer, answer } = bench({ name: 'K' });
    session.change(['name'], 'KA');
    session.follow({ name: 'KB', phone: '0812' });
    expect(session.getSnapshot()).toMatchObject({ answers: { name: 'KA', phone: '0812' }, clash: true });
    fireTimer();
    expect(kept.at(-1)?.answers).toEqual({ name: 'KA', phone: '0812' });
    await answer(saved);
    expect(session.getSnapshot().save.kind).toBe('saved');
  });
});

describe('an answer that the app knows', () => {
  test('is put where there is none, kept like any other, and marked until somebody touches it', () => {
    const { session, hasTimer } = bench();
    session.fill(['anak', 'lahir'], '1990-08-17');
    expect(session.getSnapshot().answers).toEqual({ anak: { lahir: '1990-08-17' } });
    expect([...session.getSnapshot().filled]).toEqual(['/anak/lahir']);
    expect(hasTimer()).toBe(true);
    session.change(['anak', 'lahir'], '18-08-1990');
    expect(session.getSnapshot().filled.size).toBe(0);
  });

  test('never takes the place of what somebody typed', () => {
    const { session, hasTimer } = bench({ lahir: '1-1-1990' });
    session.fill(['lahir'], '1990-08-17');
    expect(session.getSnapshot().answers).toEqual({ lahir: '1-1-1990' });
    expect(hasTimer()).toBe(false);
    session.change(['lahir'], '2-1-1990');
    session.fill(['lahir'], '1990-08-17');
    expect(session.getSnapshot().answers).toEqual({ lahir: '2-1-1990' });
  });

  test('is replaced by a better one of the app, and goes with its group', () => {
    const { session } = bench();
    session.fill(['anak', 'lahir'], '1990-08-17');
    session.fill(['anak', 'lahir'], '1991-08-17');
    expect(session.getSnapshot().answers).toEqual({ anak: { lahir: '1991-08-17' } });
    session.change(['anak'], undefined);
    expect(session.getSnapshot().filled.size).toBe(0);
  });
});
