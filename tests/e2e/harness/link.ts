/**
 * The wire between a phone and the office, at TCP level: one port that can be slow, cut, silent or closed.
 * What passes through it is none of its business (http-faults.ts knows about requests).
 */
import { once } from 'node:events';
import net from 'node:net';

export interface WireFaults {
  /** One-way delay of every chunk. */
  readonly latencyMs?: number;
  /** Bytes per second, shared by all connections. */
  readonly upBytesPerSecond?: number;
  readonly downBytesPerSecond?: number;
  /** Resets every connection once so many bytes have gone up since the faults were set; then the fault is spent. */
  readonly cutAfterUpBytes?: number;
  /** With `cutAfterUpBytes`: so many times, counting anew after each. */
  readonly cuts?: number;
  /** With `cutAfterUpBytes`: closes the port as well, so that nothing can be tried again until `up()`. */
  readonly staysDown?: boolean;
  /** Accepts connections and bytes, answers nothing, closes nothing. */
  readonly blackHole?: boolean;
}

type Direction = 'up' | 'down';
const waitingLimitBytes = 256 * 1024;
const slicesPerSecond = 20;

export class Link {
  readonly bytes = { up: 0, down: 0 };
  cutsMade = 0;
  #faults: WireFaults = {};
  #upSinceFaults = 0;
  #port: number;
  readonly #targetPort: number;
  #listener: net.Server | null = null;
  readonly #clients = new Set<net.Socket>();
  /** When the shared wire is free again, by direction. */
  readonly #freeAtMs = { up: 0, down: 0 };
  #holeLifted: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor(targetPort: number, port = 0) {
    this.#targetPort = targetPort;
    this.#port = port;
  }

  get port(): number {
    return this.#port;
  }

  set faults(faults: WireFaults) {
    this.#faults = faults;
    this.#upSinceFaults = 0;
    this.#holeLifted.resolve();
    this.#holeLifted = Promise.withResolvers();
  }

  /** Listens, on the same port as before. */
  async up(): Promise<void> {
    if (this.#listener !== null) return;
    const listener = net.createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.#carry(client));
    this.#listener = listener;
    listener.listen(this.#port, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    if (address === null || typeof address === 'string') throw new Error('the link has no port');
    this.#port = address.port;
  }

  /** Closes the port and resets what lives: from now on connections are refused, as by a machine that is off. */
  async down(): Promise<void> {
    const listener = this.#listener;
    this.#listener = null;
    this.dropAll();
    if (listener === null) return;
    const closed = once(listener, 'close');
    listener.close();
    this.dropAll();
    await closed;
  }

  dropAll(): void {
    for (const client of this.#clients) client.resetAndDestroy();
    this.#clients.clear();
  }

  #carry(client: net.Socket): void {
    this.#clients.add(client);
    const office = net.connect({ port: this.#targetPort, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    client.on('close', () => {
      this.#clients.delete(client);
      office.destroy();
    });
    office.on('close', () => {
      if (this.#faults.blackHole !== true) client.destroySoon();
    });
    client.on('error', () => office.destroy());
    // A reset from behind is a reset in front: the phone must not take it for an orderly end.
    office.on('error', () => client.resetAndDestroy());
    void this.#pump(client, office, 'up');
    void this.#pump(office, client, 'down');
  }

  /** Latency delays chunks without slowing the flow: a reader stamps them, a writer waits for their time. */
  async #pump(from: net.Socket, to: net.Socket, direction: Direction): Promise<void> {
    let tail: Promise<void> = Promise.resolve();
    let waitingBytes = 0;
    try {
      for await (const piece of from) {
        if (!Buffer.isBuffer(piece)) continue;
        const dueMs = Date.now() + (this.#faults.latencyMs ?? 0);
        waitingBytes += piece.length;
        const delivered = tail.then(async () => {
          await this.#deliver(piece, to, direction, dueMs);
          waitingBytes -= piece.length;
        });
        tail = delivered.catch(() => undefined);
        if (waitingBytes > waitingLimitBytes) await tail;
      }
      await tail;
      if (!to.destroyed) to.end();
    } catch {
      to.destroy();
    }
  }

  async #deliver(piece: Buffer, to: net.Socket, direction: Direction, dueMs: number): Promise<void> {
    let rest = piece;
    await waitUntilMs(dueMs);
    while (rest.length > 0 && !to.destroyed) {
      while (this.#faults.blackHole === true) await this.#holeLifted.promise;
      const rate = direction === 'up' ? this.#faults.upBytesPerSecond : this.#faults.downBytesPerSecond;
      const cut = direction === 'up' ? this.#faults.cutAfterUpBytes : undefined;
      const toCut = cut === undefined ? rest.length : Math.max(0, cut - this.#upSinceFaults);
      const sliceBytes = Math.min(
        rest.length,
        toCut,
        rate === undefined ? rest.length : Math.ceil(rate / slicesPerSecond),
      );
      const slice = rest.subarray(0, sliceBytes);
      rest = rest.subarray(sliceBytes);
      if (rate !== undefined) await this.#takeTurn(direction, (sliceBytes / rate) * 1000);
      if (to.destroyed) return;
      this.bytes[direction] += sliceBytes;
      if (direction === 'up') this.#upSinceFaults += sliceBytes;
      if (sliceBytes > 0 && !to.write(slice)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
      if (cut !== undefined && this.#faults.cutAfterUpBytes === cut && this.#upSinceFaults >= cut)
        return await this.#cut();
    }
  }

  async #cut(): Promise<void> {
    const { cutAfterUpBytes, cuts = 1, staysDown, ...others } = this.#faults;
    this.cutsMade += 1;
    this.faults = cuts > 1 && cutAfterUpBytes !== undefined ? { ...others, cutAfterUpBytes, cuts: cuts - 1 } : others;
    if (staysDown === true) await this.down();
    else this.dropAll();
  }

  async #takeTurn(direction: Direction, durationMs: number): Promise<void> {
    const startMs = Math.max(Date.now(), this.#freeAtMs[direction]);
    this.#freeAtMs[direction] = startMs + durationMs;
    await waitUntilMs(startMs + durationMs);
  }
}

async function waitUntilMs(dueMs: number): Promise<void> {
  const delayMs = dueMs - Date.now();
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
}
