/** A phone's own voice, where the machine of the tests has none. */
import type { ChromiumPhone } from '../harness/chromium.ts';

/** All that was said, as JSON; null where it was stopped. */
export async function heard(phone: ChromiumPhone): Promise<string> {
  return await phone.page.evaluate(() => JSON.stringify(Reflect.get(window, 'heard')));
}

/** Runs in the page: a phone with a voice, which notes what it is asked to say and null for being stopped. */
export function speakIndonesian(): void {
  const heard: (string | null)[] = [];
  const voice = { lang: 'in_ID', localService: true, voiceURI: 'in' };
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => [voice],
    speak: ({ text }: { readonly text: string }) => void heard.push(text),
    cancel: () => void (typeof heard.at(-1) === 'string' && heard.push(null)),
  });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.assign(window, {
    heard,
    SpeechSynthesisUtterance: class {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
}
