/**
 * A reverse proxy that does harm on request: phone → Link (TCP faults) → HTTP faults → office. It keeps a log of
 * every request with the body bytes that came from the phone, so that a test can say what was sent twice.
 */
import { once } from 'node:events';
import http from 'node:http';
import type { Exchange } from './exchange.ts';
import { type ArmedRule, type FaultRule, meets } from './fault-rule.ts';
import { Link, type WireFaults } from './link.ts';

const captivePage = '<!doctype html><html><head><title>Wi-Fi</title></head><body><h1>Login Wi-Fi</h1></body></html>';

/** Answers requests below a path by itself, also while everything else is `dead`. For a test's own channel. */
export interface SideDoor {
  readonly prefix: string;
  answer(request: http.IncomingMessage, response: http.ServerResponse): void;
}

export class FaultProxy {
  readonly exchanges: Exchange[] = [];
  readonly link: Link;
  /** True answers every request, the side door's excepted, with a reset. */
  dead = false;
  sideDoor: SideDoor | null = null;
  #rules: ArmedRule[] = [];
  readonly #inner: http.Server;
  readonly #officePort: number;
  readonly #agent = new http.Agent({ keepAlive: true });

  private constructor(inner: http.Server, innerPort: number, officePort: number, port: number) {
    this.#inner = inner;
    this.#officePort = officePort;
    this.link = new Link(innerPort, port);
  }

  /** @param port where phones find it; 0 is any that is free */
  static async start(officePort: number, port = 0): Promise<FaultProxy> {
    const inner = http.createServer({ keepAliveTimeout: 60_000, requestTimeout: 0, headersTimeout: 0 });
    inner.listen(0, '127.0.0.1');
    await once(inner, 'listening');
    const address = inner.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
    const proxy = new FaultProxy(inner, address.port, officePort, port);
    inner.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
      proxy.#handle(request, response).catch(() => request.socket.destroy());
    });
    await proxy.link.up();
    return proxy;
  }

  get origin(): string {
    return `http://localhost:${this.link.port}`;
  }

  set wire(faults: WireFaults) {
    this.link.faults = faults;
  }

  addRule(rule: FaultRule): ArmedRule {
    const armed: ArmedRule = { rule, hits: 0 };
    this.#rules.push(armed);
    return armed;
  }

  removeRule(armed: ArmedRule): void {
    this.#rules = this.#rules.filter((other) => other !== armed);
  }

  /** Healthy again, whatever was done to it; the log is empty. */
  async heal(): Promise<void> {
    this.link.faults = {};
    this.#rules = [];
    this.dead = false;
    this.exchanges.length = 0;
    await this.link.up();
  }

  async close(): Promise<void> {
    await this.link.down();
    this.#agent.destroy();
    this.#inner.closeAllConnections();
    const closed = once(this.#inner, 'close');
    this.#inner.close();
    await closed;
  }

  async #handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const method = request.method ?? 'GET';
    if (this.sideDoor !== null && path.startsWith(this.sideDoor.prefix)) return this.sideDoor.answer(request, response);
    const exchange = this.#open(request, method, path);
    response.on('close', () => {
      exchange.isOver = true;
    });
    if (this.dead) return reset(request, exchange, 'dead');
    const armed = this.#rules.find((candidate) => meets(candidate, method, path));
    if (armed !== undefined) armed.hits += 1;
    const rule = armed?.rule;
    exchange.fault = rule?.fault ?? null;
    switch (rule?.fault) {
      case 'reset':
        return reset(request, exchange, 'reset');
      case 'silence':
        request.resume();
        return;
      case 'status':
        return answer(
          request,
          response,
          exchange,
          rule.status,
          { 'content-type': 'application/problem+json', ...rule.headers },
          rule.body ?? '{}',
        );
      case 'captivePortal':
        return answer(request, response, exchange, 200, { 'content-type': 'text/html; charset=utf-8' }, captivePage);
      case 'delay':
        await new Promise((resolve) => setTimeout(resolve, rule.delayMs));
        break;
      case 'hold':
        await rule.until;
        break;
      case 'duplicate':
        return await this.#deliverTwice(request, response, exchange);
      case 'rewrite':
        return await this.#deliverRewritten(request, response, exchange, rule.rewrite);
      case 'ackSilence':
        return await this.#deliver(request);
      case 'ackLost':
        await this.#deliver(request);
        return reset(request, exchange, 'ackLost');
      default:
    }
    relay(await this.#ask(request, request), response, exchange);
    // Answered before all of it was read: the rest is taken all the same, or the next request on this connection waits.
    response.on('finish', () => {
      request.unpipe();
      request.resume();
    });
  }

  #open(request: http.IncomingMessage, method: string, path: string): Exchange {
    const exchange: Exchange = {
      method,
      path,
      startedAtMs: performance.now(),
      offsetBytes: readOffset(request.headers),
      bodyBytes: 0,
      status: null,
      answeredOffsetBytes: null,
      fault: null,
      endedAtMs: null,
      isOver: false,
    };
    this.exchanges.push(exchange);
    request.on('data', (piece: Buffer) => {
      exchange.bodyBytes += piece.length;
    });
    request.pause();
    return exchange;
  }

  async #ask(
    request: http.IncomingMessage,
    body: http.IncomingMessage | Buffer,
    headers = request.headers,
  ): Promise<http.IncomingMessage> {
    const asked = http.request({
      host: '127.0.0.1',
      port: this.#officePort,
      method: request.method,
      path: request.url,
      headers,
      agent: this.#agent,
    });
    const answered = once(asked, 'response');
    if (Buffer.isBuffer(body)) asked.end(body);
    else {
      // A phone that goes away in the middle leaves the office with a broken request, as a real network does.
      body.on('close', () => {
        if (!body.complete) asked.destroy();
      });
      body.pipe(asked);
    }
    const [response] = await answered;
    if (!(response instanceof http.IncomingMessage)) throw new Error('no response');
    return response;
  }

  /** Brings it to the office and keeps the answer. */
  async #deliver(request: http.IncomingMessage): Promise<void> {
    const response = await this.#ask(request, request);
    response.resume();
    await once(response, 'end');
  }

  async #deliverTwice(request: http.IncomingMessage, response: http.ServerResponse, exchange: Exchange): Promise<void> {
    const body = await readAll(request);
    const first = await this.#ask(request, body);
    first.resume();
    await once(first, 'end');
    relay(await this.#ask(request, body), response, exchange);
  }

  async #deliverRewritten(
    request: http.IncomingMessage,
    response: http.ServerResponse,
    exchange: Exchange,
    rewrite: (text: string) => string,
  ): Promise<void> {
    const {
      'accept-encoding': _encoding,
      'if-none-match': _etag,
      'if-modified-since': _since,
      ...headers
    } = request.headers;
    const original = await this.#ask(request, request, headers);
    const text = rewrite((await readAll(original)).toString('utf8'));
    const { 'content-length': _length, etag: _tag, ...kept } = original.headers;
    answer(request, response, exchange, original.statusCode ?? 200, kept, text);
  }
}

function relay(original: http.IncomingMessage, response: http.ServerResponse, exchange: Exchange): void {
  response.writeHead(original.statusCode ?? 502, original.headers);
  close(response, exchange, original.statusCode ?? 502, readOffset(original.headers));
  original.on('error', () => response.destroy());
  original.pipe(response);
}

function answer(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  exchange: Exchange,
  status: number,
  headers: http.OutgoingHttpHeaders,
  body: string,
): void {
  request.resume();
  response.writeHead(status, headers);
  close(response, exchange, status, null);
  response.end(body);
}

/** An answer counts as delivered only when its last byte was handed over. */
function close(response: http.ServerResponse, exchange: Exchange, status: number, offsetBytes: number | null): void {
  response.on('finish', () => {
    exchange.status = status;
    exchange.answeredOffsetBytes = offsetBytes;
    exchange.endedAtMs = performance.now();
  });
}

function reset(request: http.IncomingMessage, exchange: Exchange, fault: string): void {
  exchange.fault = fault;
  request.socket.resetAndDestroy();
}

async function readAll(stream: http.IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) if (Buffer.isBuffer(piece)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function readOffset(headers: http.IncomingHttpHeaders): number | null {
  const value = headers['upload-offset'];
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : null;
}
