import { type SurveyAnswers, type SurveyElement, type SurveyScore, wholeAnswers } from '#domain/survey/elements.ts';
import type { KeptSurvey } from '#domain/survey/kept-survey.ts';
import type { LiveQuery } from '#lib/live-query.ts';

/** How a service was, asked of the person whom it was for. Resolves with false where the phone could not keep it. */
export interface SurveyMenu {
  live(applicationId: string): LiveQuery<KeptSurvey | null>;
  answer(applicationId: string, element: SurveyElement, score: SurveyScore): Promise<boolean>;
  /** What is typed at the end, before it is finished. */
  note(applicationId: string, comment: string): Promise<boolean>;
  /** All nine are answered: from now on it goes by itself as soon as it can. */
  finish(applicationId: string, comment: string): Promise<boolean>;
  /** The person would rather not, and is not asked again. */
  decline(applicationId: string): Promise<boolean>;
  /** What is finished and not sent yet. Silence, and being signed out, leave it for the next time. */
  sendFinished(): Promise<void>;
}

export interface SurveyToSend {
  readonly id: string;
  readonly applicationId: string;
  readonly answers: SurveyAnswers;
  readonly comment: string;
  readonly answeredAtMs: number;
}

export interface SurveyPorts {
  readonly store: {
    live(applicationId: string): LiveQuery<KeptSurvey | null>;
    read(): Promise<Readonly<Record<string, KeptSurvey>>>;
    change(applicationId: string, change: (survey: KeptSurvey | null) => KeptSurvey): Promise<boolean>;
  };
  /** `refused`: the office will never take it; `later`: everything that may pass. */
  readonly put: (survey: SurveyToSend) => Promise<'taken' | 'refused' | 'later'>;
  readonly newId: () => string;
  readonly nowMs: () => number;
}

export function createSurveyMenu({ store, put, newId, nowMs }: SurveyPorts): SurveyMenu {
  let sending: Promise<void> | null = null;

  async function send(): Promise<void> {
    for (const [applicationId, survey] of Object.entries(await store.read())) {
      if (survey.state !== 'finished') continue;
      const answers = wholeAnswers(survey.answers);
      if (answers === undefined) continue;
      const { id, comment, atMs } = survey;
      const end = await put({ id, applicationId, answers, comment, answeredAtMs: atMs });
      if (end === 'later') continue;
      const state = end === 'taken' ? 'sent' : 'refused';
      // Only what was sent: another tab may have been faster, and a sign-out has taken the row.
      await store.change(applicationId, (now) =>
        now?.state === 'finished' && now.id === id ? { state } : (now ?? { state }),
      );
    }
  }

  function sendFinished(): Promise<void> {
    sending ??= send().finally(() => {
      sending = null;
    });
    return sending;
  }

  return {
    live: store.live,
    answer: (applicationId, element, score) =>
      store.change(applicationId, (survey) => {
        if (survey !== null && survey.state !== 'open' && survey.state !== 'declined') return survey;
        const open = survey?.state === 'open' ? survey : null;
        const answers = { ...open?.answers, [element]: score };
        return { state: 'open', id: open?.id ?? newId(), answers, comment: open?.comment ?? '', atMs: nowMs() };
      }),
    note: (applicationId, comment) =>
      store.change(applicationId, (survey) => {
        if (survey === null) return { state: 'open', id: newId(), answers: {}, comment, atMs: nowMs() };
        return survey.state === 'open' ? { ...survey, comment, atMs: nowMs() } : survey;
      }),
    async finish(applicationId, comment) {
      let isFinished = false;
      const isKept = await store.change(applicationId, (survey) => {
        if (survey === null) return { state: 'open', id: newId(), answers: {}, comment, atMs: nowMs() };
        const isWhole = survey.state === 'open' && wholeAnswers(survey.answers) !== undefined;
        isFinished = isWhole || survey.state === 'finished' || survey.state === 'sent';
        return isWhole ? { ...survey, state: 'finished', comment: comment.trim(), atMs: nowMs() } : survey;
      });
      if (isKept) void sendFinished();
      return isKept && isFinished;
    },
    decline: (applicationId) =>
      store.change(applicationId, (survey) =>
        survey === null || survey.state === 'open' ? { state: 'declined' } : survey,
      ),
    sendFinished,
  };
}
