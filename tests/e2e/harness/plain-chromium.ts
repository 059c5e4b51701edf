import { type ChildProcess, spawn } from 'node:child_process';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { getBinary } from './find-binary.ts';
import { killTree } from './process-tree.ts';
import { patienceMs, within } from './until.ts';

/**
 * A browser as a person starts it. The one of the other promises tells every tab that it is in front and has the focus;
 * here a tab is out of sight when another one lies over it.
 */
export class PlainChromium {
  readonly #process: ChildProcess;
  readonly #browser: Browser;
  readonly #context: BrowserContext;

  private constructor(process: ChildProcess, browser: Browser, context: BrowserContext) {
    this.#process = process;
    this.#browser = browser;
    this.#context = context;
  }

  /** @param profile of a phone that is closed */
  static async launch(profile: string): Promise<PlainChromium> {
    const program = getBinary('CHROMIUM_PATH', ['chromium', 'chromium-browser', 'google-chrome']);
    const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--window-size=412,840'];
    const child = spawn(program, [...flags, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const address = await within('the browser listens', addressSaidBy(child));
    const browser = await chromium.connectOverCDP(address, { noDefaults: true });
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('the browser has no profile');
    context.setDefaultTimeout(patienceMs);
    return new PlainChromium(child, browser, context);
  }

  /** A new tab, in front of all others. */
  async newTab(): Promise<Page> {
    return await this.#context.newPage();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    if (this.#process.pid !== undefined) await killTree(this.#process.pid);
  }
}

function addressSaidBy(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the browser ended:\n${said}`)));
    child.stderr?.on('data', (piece) => {
      said += String(piece);
      const address = /ws:\/\/\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
}
