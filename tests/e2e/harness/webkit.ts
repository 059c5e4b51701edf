/**
 * WebKitGTK with a profile that outlives a kill. Under WebDriver every WebKit session is ephemeral, so this browser runs
 * without one: the proxy adds hands (in-page-hands.ts) to the app's scripts on their way, the app itself stays as it is
 * built, and its security policy too, because the hands come from its own origin.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { SampleFile } from '../samples/sample-file.ts';
import type { FaultProxy } from './fault-proxy.ts';
import { HandsChannel } from './hands-channel.ts';
import { inPageHands } from './in-page-hands.ts';
import type { Phone } from './phone.ts';
import { killTree } from './process-tree.ts';
import { until } from './until.ts';
import { getMiniBrowser, safariLike, webkitEnvironment } from './webkit-environment.ts';
import { Witness } from './witness.ts';
import { startScreen } from './xvfb.ts';

/** More than this is no accident. */
const mostReopened = 3;

export class WebKitPhone implements Phone {
  readonly engine = 'webkit';
  readonly witness = new Witness();
  readonly #proxy: FaultProxy;
  readonly #home: string;
  readonly #screen: Awaited<ReturnType<typeof startScreen>>;
  readonly #channel: HandsChannel;
  #browser: ChildProcess | null = null;
  #lastPath = '/';
  #timesReopened = 0;

  private constructor(proxy: FaultProxy, home: string, screen: Awaited<ReturnType<typeof startScreen>>) {
    this.#proxy = proxy;
    this.#home = home;
    this.#screen = screen;
    this.#channel = new HandsChannel(this.witness);
    proxy.sideDoor = this.#channel;
    proxy.addRule({
      fault: 'rewrite',
      path: /^\/assets\/[^/?]+\.js$/,
      rewrite: (script) => `${script}\n;(${String(inPageHands)})(${JSON.stringify(this.#channel.prefix)});\n`,
    });
  }

  static async launch(options: { readonly proxy: FaultProxy; readonly home: string }): Promise<WebKitPhone> {
    return new WebKitPhone(options.proxy, options.home, await startScreen());
  }

  async open(path: string): Promise<void> {
    this.#lastPath = path;
    if (this.#browser === null) return await this.relaunch();
    const before = this.#channel.pageId;
    await this.#channel.order({ act: 'go', value: path });
    await until('the next page is there', () => this.#channel.pageId !== before);
  }

  async press(selector: string): Promise<void> {
    await this.#channel.order({ act: 'press', selector });
  }

  async type(selector: string, value: string): Promise<void> {
    await this.#channel.order({ act: 'type', selector, value });
  }

  async choose(selector: string, value: string): Promise<void> {
    await this.#channel.order({ act: 'choose', selector, value });
  }

  async attach(selector: string, files: readonly SampleFile[]): Promise<void> {
    await this.#channel.order({ act: 'attach', selector, files });
  }

  async count(selector: string): Promise<number> {
    const count = async (): Promise<number> => Number(await this.#channel.order({ act: 'count', selector }));
    const found = await count();
    return found === 0 && (await this.#didAsTold()) ? await count() : found;
  }

  async text(): Promise<string> {
    await this.#didAsTold();
    return await this.#readText();
  }

  async #readText(): Promise<string> {
    return String(await this.#channel.order({ act: 'text' }));
  }

  /**
   * This engine may not open its store again when a page went in the middle of a transaction (in-page-hands.ts). The
   * app then says to close it and open it again: so does the person.
   */
  async #didAsTold(): Promise<boolean> {
    if (!/Tutup aplikasi, lalu buka lagi/.test(await this.#readText())) return false;
    this.#timesReopened += 1;
    if (this.#timesReopened > mostReopened) return false;
    await this.kill();
    await this.relaunch();
    return true;
  }

  async path(): Promise<string> {
    return String(await this.#channel.order({ act: 'path' }));
  }

  async waitForWorker(): Promise<void> {
    await until('a worker is in charge', async () => (await this.#channel.order({ act: 'worker' })) === 'activated');
  }

  async kill(): Promise<void> {
    const pid = this.#browser?.pid;
    this.#browser = null;
    if (pid !== undefined) await killTree(pid);
    this.#channel.forgetPage();
  }

  async relaunch(): Promise<void> {
    this.#channel.forgetPage();
    const browser = spawn(getMiniBrowser(), [...safariLike, this.#proxy.origin + this.#lastPath], {
      stdio: 'ignore',
      env: webkitEnvironment(this.#home, this.#screen.display),
    });
    process.once('exit', () => browser.kill('SIGKILL'));
    this.#browser = browser;
    await until('the page is there', () => this.#channel.pageId);
  }

  async close(): Promise<void> {
    await this.kill();
    this.#screen.close();
    this.#proxy.sideDoor = null;
  }

  async screenshot(): Promise<Buffer | null> {
    return await Promise.resolve(null);
  }
}
