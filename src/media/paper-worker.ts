/// <reference lib="webworker" />
import type { PrepareReply, PrepareRequest } from './paper-protocol.ts';
import { preparePaper } from './prepare-paper.ts';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', ({ data }: MessageEvent<PrepareRequest>) => {
  void answer(data);
});

async function answer({ number, order }: PrepareRequest): Promise<void> {
  try {
    const paper = await preparePaper(order);
    const reply: PrepareReply = { number, paper };
    self.postMessage(reply, paper.kind === 'prepared' ? [paper.bytes] : []);
  } catch {
    self.postMessage({ number, paper: null } satisfies PrepareReply);
  }
}
