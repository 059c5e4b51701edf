import type { Observable } from '#lib/live-query.ts';
import type { EngineStatus } from '#services/menu.ts';
import type { SurveyMenu } from '#services/survey-menu.ts';

/** What was answered without signal goes at the next start, and whenever the outbox has been in contact. */
export function followSurvey(survey: () => Promise<SurveyMenu | null>, engine: Observable<EngineStatus>): void {
  const send = (): void => {
    if (navigator.onLine) void survey().then((menu) => menu?.sendFinished());
  };
  let wasSending = false;
  engine.subscribe(() => {
    const isSending = engine.getSnapshot().kind === 'sending';
    if (wasSending && !isSending) send();
    wasSending = isSending;
  });
  send();
}
