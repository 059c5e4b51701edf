/** Which texts are the same in both languages by right. */
import { readdirSync, readFileSync } from 'node:fs';
import { kitchenSink } from '#tests/fixtures/services/services.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';

const english = new Set(englishSentences());
const ofServices = JSON.stringify([...shippedServices, kitchenSink]);

/** What the person typed, what the office said, sizes, the log, and what was said about one press. */
const fromOutside =
  /^(Enter|Escape|Esc)$|KANARI|fotofoto|\.(jpg|pdf)|Judul terlalu umum|^[\d,.]+ [kM]B$|^Ajukan \d|^\d{4}-\d\d-\d\d |^Berkas ini kosong|° L[US], |^AB12$|^[A-Z][a-z]+, (Linux|Android)$|^\d+ (April|September|November) \d{4}$/;

/** Names, numbers, what the office and the person wrote, and words that are the same in both languages. */
export function mayStay(text: string): boolean {
  return english.has(text) || ofServices.includes(JSON.stringify(text).slice(1, -1)) || fromOutside.test(text);
}

/** The sentences of the English sets that hold nothing to fill in. */
function englishSentences(): readonly string[] {
  const folder = new URL('../../../src/i18n/messages/en/', import.meta.url);
  return readdirSync(folder).flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/(['"`])((?:(?!\1).)+)\1/g)].map(
      ([, , text = '']) => text,
    ),
  );
}
