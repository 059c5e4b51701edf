/// <reference lib="webworker" />
import type { PreparedPaper, PrepareOrder } from './paper-protocol.ts';
import { preparePaper } from './prepare-paper.ts';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', ({ data }: MessageEvent<PrepareOrder>) => {
  void answer(data);
});

/** Null: it could not be done here; the page does it in its plain way. */
async function answer(order: PrepareOrder): Promise<void> {
  try {
    const paper = await preparePaper(order);
    self.postMessage(paper satisfies PreparedPaper, paper.kind === 'prepared' ? [paper.bytes] : []);
  } catch {
    self.postMessage(null);
  }
}
