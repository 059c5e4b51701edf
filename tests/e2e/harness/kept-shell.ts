import { cp } from 'node:fs/promises';
import { forgottenFeatures } from './chromium-features.ts';
import { ChromiumPhone } from './chromium.ts';
import { makeScratch } from './scratch.ts';

/**
 * What lies on a phone that the app has once been opened on, and nothing else: the files that its worker keeps. Copied
 * into the profiles of such phones, because installing costs a third of a short promise. It belongs to one address, so
 * the offices that share it take the same port one after the other.
 */
export class KeptShell {
  #port = 0;
  #profile: string | null = null;

  /** For the next office; 0, any port, before the first. */
  get port(): number {
    return this.#port;
  }

  /** Installs the app from the first office that is open. */
  async install(port: number): Promise<void> {
    if (this.#profile !== null) return;
    const profile = makeScratch('shell');
    await installInto(profile, `http://localhost:${port}`);
    this.#port = port;
    this.#profile = profile;
  }

  /** @param profile of a browser that has not been started yet */
  async layInto(profile: string): Promise<void> {
    if (this.#profile === null) throw new Error('no shell is kept yet');
    await cp(this.#profile, profile, { recursive: true });
  }
}

/** From an empty page: the app itself would begin a store. */
async function installInto(profile: string, origin: string): Promise<void> {
  const phone = await ChromiumPhone.launch({ origin, profile });
  try {
    await phone.page.route('**/nothing', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await phone.open('/nothing');
    await phone.page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' });
    });
    await phone.waitForWorker();
    const forgotten = forgottenFeatures(phone.commandLine);
    if (forgotten.length > 0) throw new Error(`the driver switches off ${forgotten.join()} too: chromium-features.ts`);
    if (phone.witness.complaints.length > 0) throw new Error(phone.witness.complaints.join('\n'));
  } finally {
    await phone.close();
  }
}
