import { expect, it } from 'vitest';
import { isNewerStatus, type NewerStatus, officeStatuses } from '#domain/application/status.ts';
import { officeStatus as english } from '#i18n/messages/en/office-status.ts';
import { officeStatus as indonesian } from '#i18n/messages/id/office-status.ts';
import { statusWords } from './status-words.ts';

it.each(officeStatuses)('the office’s “%s” has its own words', (status) => {
  for (const words of [indonesian, english]) expect(statusWords(words, status)).toBe(words[status]);
});

it.each(['paused_for_payment', 'constructor'])(
  'a newer office’s “%s” is said to be news, and never nothing',
  (code) => {
    const status = newer(code);
    expect(statusWords(indonesian, status).label).toBe('Ada kabar dari kantor');
    expect(statusWords(english, status)).toBe(english.newer);
  },
);

function newer(code: string): NewerStatus {
  if (!isNewerStatus(code)) throw new Error(`${code} is known`);
  return code;
}
