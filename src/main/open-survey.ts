import { v7 } from 'uuid';
import type { HttpClient } from '#api/http-client.ts';
import { putSurvey } from '#api/survey.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { createSurveyMenu, type SurveyMenu } from '#services/survey-menu.ts';
import { changeSurvey, liveSurvey, readSurveys } from '#storage/survey-rows.ts';
import type { Vault } from '#storage/vault.ts';

/** How a service was, put together at the end of one, and where an answer still waits to be sent. */
export function openSurvey(vault: Vault, http: HttpClient): SurveyMenu {
  const { connection } = vault.inside;
  const menu = createSurveyMenu({
    store: {
      live: (applicationId) => liveSurvey(connection, applicationId),
      read: () => readSurveys(connection),
      change: (applicationId, change) => changeSurvey(connection, applicationId, change),
    },
    put: (survey) => putSurvey(http, browserClock.nowMs, survey),
    newId: () => v7(),
    nowMs: browserClock.nowMs,
  });
  addEventListener('online', () => void menu.sendFinished());
  return menu;
}
