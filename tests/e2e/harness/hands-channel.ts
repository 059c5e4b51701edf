import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { SampleFile } from '../samples/sample-file.ts';
import type { SideDoor } from './fault-proxy.ts';
import { until, within } from './until.ts';
import type { Witness } from './witness.ts';

export interface Order {
  readonly act: 'press' | 'type' | 'choose' | 'attach' | 'count' | 'text' | 'path' | 'worker' | 'go';
  readonly selector?: string;
  readonly value?: string;
  readonly files?: readonly SampleFile[];
}

const Reply = z.object({
  id: z.int(),
  value: z.union([z.string(), z.number(), z.null()]),
  error: z.string().nullable(),
  title: z.string(),
  said: z.array(z.object({ kind: z.string(), text: z.string() })),
});
type Reply = z.infer<typeof Reply>;

/** The office's end of in-page-hands.ts: hands out one order at a time and waits for what came of it. */
export class HandsChannel implements SideDoor {
  readonly prefix = '/__e2e/';
  readonly #witness: Witness;
  readonly #files: SampleFile[] = [];
  #lastId = 0;
  #pageId: string | null = null;
  #idle: ServerResponse | null = null;
  #pending: { readonly id: number; readonly replied: PromiseWithResolvers<Reply> } | null = null;

  constructor(witness: Witness) {
    this.#witness = witness;
  }

  get pageId(): string | null {
    return this.#pageId;
  }

  /** The page is gone, or about to go; the next to ask is another. */
  forgetPage(): void {
    this.#idle?.destroy();
    this.#idle = null;
    this.#pageId = null;
  }

  async order(order: Order): Promise<string | number | null> {
    const idle = await until('the page asks for something to do', () => this.#idle);
    this.#idle = null;
    this.#lastId += 1;
    const pending = { id: this.#lastId, replied: Promise.withResolvers<Reply>() };
    this.#pending = pending;
    const files = (order.files ?? []).map((file) => ({
      name: file.name,
      mediaType: file.mediaType,
      number: this.#files.push(file) - 1,
    }));
    idle.end(
      JSON.stringify({
        id: pending.id,
        act: order.act,
        selector: order.selector ?? '',
        value: order.value ?? '',
        files,
      }),
    );
    const reply = await within(`${order.act} ${order.selector ?? ''} is done`, pending.replied.promise);
    if (reply.error !== null) throw new Error(`${order.act} ${order.selector ?? ''}: ${reply.error}`);
    return reply.value;
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const rest = url.pathname.slice(this.prefix.length);
    if (rest === 'next') return this.#park(url.searchParams.get('page'), response);
    if (rest === 'done') return this.#take(request, response);
    const file = this.#files[Number(rest.replace('file/', ''))];
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': 'application/octet-stream' });
    response.end(file?.bytes);
  }

  #park(pageId: string | null, response: ServerResponse): void {
    this.#pageId = pageId;
    this.#idle?.destroy();
    this.#idle = response;
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.flushHeaders();
    response.on('close', () => {
      if (this.#idle === response) this.#idle = null;
    });
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => {
      body += piece;
    });
    request.on('end', () => {
      const reply = Reply.parse(JSON.parse(body));
      for (const { kind, text } of reply.said) this.#witness.console(kind, text);
      this.#witness.title(reply.title);
      if (this.#pending?.id === reply.id) this.#pending.replied.resolve(reply);
      response.end('{}');
    });
  }
}
