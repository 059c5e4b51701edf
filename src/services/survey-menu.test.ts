import { describe, expect, it } from 'vitest';
import { surveyElements } from '#domain/survey/elements.ts';
import type { KeptSurvey } from '#domain/survey/kept-survey.ts';
import { createSurveyMenu, type SurveyPorts, type SurveyToSend } from './survey-menu.ts';

function phone(put: SurveyPorts['put'] = async () => 'taken') {
  const kept = new Map<string, KeptSurvey>();
  const sent: SurveyToSend[] = [];
  let ids = 0;
  const menu = createSurveyMenu({
    store: {
      live: () => ({ getSnapshot: () => ({ state: 'loading' }), subscribe: () => () => undefined }),
      read: async () => Object.fromEntries(kept),
      async change(applicationId, change) {
        kept.set(applicationId, change(kept.get(applicationId) ?? null));
        return true;
      },
    },
    put: async (survey) => {
      sent.push(survey);
      return put(survey);
    },
    newId: () => `id-${(ids += 1)}`,
    nowMs: () => 1000,
  });
  const answerAll = async () => {
    for (const element of surveyElements) await menu.answer('a', element, 3);
  };
  return { menu, kept, sent, answerAll };
}

describe('the survey', () => {
  it('keeps every answer, and the last one of a question counts', async () => {
    const { menu, kept } = phone();
    await menu.answer('a', 'U1', 1);
    await menu.answer('a', 'U1', 4);
    await menu.answer('a', 'U2', 2);
    expect(kept.get('a')).toMatchObject({ state: 'open', id: 'id-1', answers: { U1: 4, U2: 2 } });
  });

  it('keeps what is typed at the end until it is finished, and never after', async () => {
    const { menu, kept, sent, answerAll } = phone();
    await answerAll();
    await menu.note('a', 'Ramah sekali');
    expect(kept.get('a')).toMatchObject({ state: 'open', comment: 'Ramah sekali' });
    await menu.answer('a', 'U1', 4);
    expect(kept.get('a')).toMatchObject({ comment: 'Ramah sekali', answers: { U1: 4 } });
    await menu.finish('a', 'Ramah');
    await menu.sendFinished();
    await menu.note('a', 'late');
    expect(kept.get('a')).toEqual({ state: 'sent' });
    expect(sent).toMatchObject([{ comment: 'Ramah' }]);
  });

  it('is finished when all nine are answered, and not before', async () => {
    const { menu, kept, sent, answerAll } = phone();
    await menu.answer('a', 'U1', 4);
    expect(await menu.finish('a', '')).toBe(false);
    await answerAll();
    expect(await menu.finish('a', '  Ramah  ')).toBe(true);
    await menu.sendFinished();
    expect(sent).toMatchObject([{ id: 'id-1', applicationId: 'a', comment: 'Ramah' }]);
    expect(kept.get('a')).toEqual({ state: 'sent' });
  });

  it('stays, under its id, until the office has answered', async () => {
    let silent = true;
    const { menu, kept, sent, answerAll } = phone(async () => (silent ? 'later' : 'taken'));
    await answerAll();
    await menu.finish('a', '');
    await menu.sendFinished();
    expect(kept.get('a')).toMatchObject({ state: 'finished', id: 'id-1' });
    silent = false;
    await menu.sendFinished();
    await menu.sendFinished();
    expect(new Set(sent.map(({ id }) => id))).toEqual(new Set(['id-1']));
    expect(kept.get('a')).toEqual({ state: 'sent' });
  });

  it('is over when the office will not have it', async () => {
    const { menu, kept, answerAll } = phone(async () => 'refused');
    await answerAll();
    await menu.finish('a', '');
    await menu.sendFinished();
    expect(kept.get('a')).toEqual({ state: 'refused' });
  });

  it('changes nothing once it is finished', async () => {
    const { menu, kept, answerAll } = phone(async () => 'later');
    await answerAll();
    await menu.finish('a', '');
    const finished = kept.get('a');
    await menu.answer('a', 'U1', 1);
    await menu.decline('a');
    expect(kept.get('a')).toEqual(finished);
  });

  it('can be declined, and begun all the same', async () => {
    const { menu, kept } = phone();
    await menu.decline('a');
    expect(kept.get('a')).toEqual({ state: 'declined' });
    await menu.answer('a', 'U1', 4);
    expect(kept.get('a')).toMatchObject({ state: 'open' });
  });
});
