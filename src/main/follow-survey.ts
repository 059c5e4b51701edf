import type { Observable } from '#lib/live-query.ts';
import type { EngineStatus } from '#services/menu.ts';
import type { SurveyMenu } from '#services/survey-menu.ts';

/**
 * What was answered without signal goes at the next start, and whenever the outbox has been in contact. The code of surveys
 * is fetched only where one waits.
 */
export function followSurvey(
  survey: () => Promise<SurveyMenu | null>,
  isWaiting: () => Promise<boolean>,
  engine: Observable<EngineStatus>,
): void {
  const sendWaiting = async (): Promise<void> => {
    if (navigator.onLine && (await isWaiting())) await (await survey())?.sendFinished();
  };
  const send = (): void => void sendWaiting().catch(() => undefined);
  let wasSending = false;
  engine.subscribe(() => {
    const isSending = engine.getSnapshot().kind === 'sending';
    if (wasSending && !isSending) send();
    wasSending = isSending;
  });
  send();
}
