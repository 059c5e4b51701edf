import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './language.ts';
import { defineMessages } from './messages.ts';

describe('a set of messages', () => {
  it('hands out the same promise every time, and marks it once the words are here', async () => {
    const set = defineMessages({ yes: 'Ya' }, () => Promise.resolve({ yes: 'Yes' }));
    const first = set.fetchEnglish();
    expect(set.fetchEnglish()).toBe(first);
    expect(await first).toEqual({ yes: 'Yes' });
    expect(set.fetchEnglish()).toBe(first);
    expect(first).toMatchObject({ status: 'fulfilled', value: { yes: 'Yes' } });
    expect(set.english()).toEqual({ yes: 'Yes' });
  });

  it('speaks Bahasa Indonesia while English cannot be fetched, and asks again when English is chosen again', async () => {
    let hasSignal = false;
    const set = defineMessages({ yes: 'Ya' }, () =>
      hasSignal ? Promise.resolve({ yes: 'Yes' }) : Promise.reject(new Error('no signal')),
    );
    const failed = set.fetchEnglish();
    expect(await failed).toEqual({ yes: 'Ya' });
    expect(set.fetchEnglish()).toBe(failed);
    hasSignal = true;
    await chooseLanguage('en');
    expect(await set.fetchEnglish()).toEqual({ yes: 'Yes' });
    await chooseLanguage('id');
  });
});
