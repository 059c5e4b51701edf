import type { SampleFile } from '../samples/sample-file.ts';
import type { Witness } from './witness.ts';

/** What a person can do with the app, the same in three engines. Selectors are CSS; every act waits until it is possible. */
export interface Phone {
  readonly engine: 'chromium' | 'firefox' | 'webkit';
  readonly witness: Witness;
  open(path: string): Promise<void>;
  press(selector: string): Promise<void>;
  /** Replaces what the field holds. */
  type(selector: string, text: string): Promise<void>;
  /** The option of a native select. */
  choose(selector: string, value: string): Promise<void>;
  attach(selector: string, files: readonly SampleFile[]): Promise<void>;
  count(selector: string): Promise<number>;
  /** What can be read on the screen now. */
  text(): Promise<string>;
  path(): Promise<string>;
  /** SIGKILL to every process of the browser: no chance to save anything. */
  kill(): Promise<void>;
  /** Starts the browser again on the same profile. */
  relaunch(): Promise<void>;
  /** Resolves once a worker is in charge of the page, so that the app opens without the office from now on. */
  waitForWorker(): Promise<void>;
  close(): Promise<void>;
  /** For a failed test; null where the engine has none to give. */
  screenshot(): Promise<Buffer | null>;
}
