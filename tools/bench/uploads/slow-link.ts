/**
 * A thin line between a phone and the office, in one process: so many bytes a second, so long a way, one queue that all
 * connections share, and a cut after so many bytes. Bytes are counted where they enter the line, so what a cut
 * destroys on the way counts as well. A new connection costs one round trip before its first byte, as with TCP.
 */
import { once } from 'node:events';
import net from 'node:net';

export interface LinkProfile {
  readonly upBytesPerSecond: number;
  readonly downBytesPerSecond: number;
  readonly roundTripMs: number;
  /** Every connection is reset each time so many bytes have arrived at the office; 0 for never. */
  readonly cutEveryBytes: number;
}

interface Connection {
  readonly phone: net.Socket;
  readonly office: net.Socket;
  /** Not before its first round trip. */
  isReady: boolean;
  isOpen: boolean;
  isCut: boolean;
}

interface Segment {
  readonly connection: Connection;
  readonly bytes: Buffer;
}

/** As much as fits into one Ethernet frame. */
const segmentBytes = 1460;
/** What a phone's modem holds back before it lets the sender wait. */
const queueLimitBytes = 64 * 1024;

export class SlowLink {
  /** Bytes up, as they enter the line and as they reach the office. */
  readonly up = { entered: 0, arrived: 0 };
  cuts = 0;
  readonly #profile: LinkProfile;
  readonly #officePort: number;
  readonly #listener: net.Server;
  readonly #connections = new Set<Connection>();
  readonly #queue: Segment[] = [];
  #queuedBytes = 0;
  #isPumping = false;
  #sinceCut = 0;
  #downFreeAtMs = 0;

  private constructor(profile: LinkProfile, officePort: number) {
    this.#profile = profile;
    this.#officePort = officePort;
    this.#listener = net.createServer({ noDelay: true }, (phone) => this.#carry(phone));
  }

  static async open(profile: LinkProfile, officePort: number): Promise<SlowLink> {
    const link = new SlowLink(profile, officePort);
    link.#listener.listen(0, '127.0.0.1');
    await once(link.#listener, 'listening');
    return link;
  }

  get url(): string {
    const address = this.#listener.address();
    if (address === null || typeof address === 'string') throw new Error('the link has no port');
    return `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.#listener, 'close');
    this.#listener.close();
    for (const connection of this.#connections) reset(connection);
    await closed;
  }

  #carry(phone: net.Socket): void {
    const office = net.connect({ port: this.#officePort, host: '127.0.0.1', noDelay: true });
    const connection: Connection = { phone, office, isReady: false, isOpen: true, isCut: false };
    this.#connections.add(connection);
    const end = (): void => this.#drop(connection);
    phone.on('error', end).on('close', end);
    office.on('error', () => office.destroy());
    office.on('close', () => setTimeout(() => phone.end(), this.#downDelayMs()));
    office.on('data', (bytes: Buffer) => this.#sendDown(connection, bytes));
    setTimeout(() => {
      connection.isReady = true;
      phone.on('readable', () => this.#take());
      this.#take();
    }, this.#profile.roundTripMs);
  }

  /** Fills the queue, one segment of each connection in turn. */
  #take(): void {
    for (let took = true; took; ) {
      took = false;
      for (const connection of this.#connections) {
        if (this.#queuedBytes >= queueLimitBytes) return this.#startPump();
        const { phone, isReady } = connection;
        if (!isReady) continue;
        const bytes: unknown = phone.read(Math.min(segmentBytes, phone.readableLength));
        if (!Buffer.isBuffer(bytes) || bytes.length === 0) continue;
        took = true;
        this.#queue.push({ connection, bytes });
        this.#queuedBytes += bytes.length;
        this.up.entered += bytes.length;
      }
    }
    this.#startPump();
  }

  #startPump(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    void this.#pump();
  }

  async #pump(): Promise<void> {
    let freeAtMs = performance.now();
    for (let segment = this.#queue.shift(); segment !== undefined; segment = this.#queue.shift()) {
      const { connection, bytes } = segment;
      if (connection.isOpen) {
        freeAtMs += (bytes.length / this.#profile.upBytesPerSecond) * 1000;
        await untilMs(freeAtMs);
        setTimeout(() => this.#arrive(connection, bytes), this.#profile.roundTripMs / 2);
      }
      this.#queuedBytes -= bytes.length;
      this.#take();
    }
    this.#isPumping = false;
  }

  #drop(connection: Connection): void {
    this.#connections.delete(connection);
    reset(connection);
  }

  #arrive({ office, isOpen, isCut }: Connection, bytes: Buffer): void {
    if (!isOpen || isCut || office.destroyed) return;
    office.write(bytes);
    this.up.arrived += bytes.length;
    this.#sinceCut += bytes.length;
    const { cutEveryBytes } = this.#profile;
    if (cutEveryBytes === 0 || this.#sinceCut < cutEveryBytes) return;
    this.#sinceCut = 0;
    this.cuts += 1;
    for (const connection of this.#connections) {
      connection.isCut = true;
      // What has arrived is the office's; it says nothing any more.
      connection.office.end();
      // Heard of half a round trip later, after what was said last; until then the phone sends into nothing.
      setTimeout(() => this.#drop(connection), this.#downDelayMs());
    }
  }

  #sendDown({ phone, isCut }: Connection, bytes: Buffer): void {
    if (isCut) return;
    this.#downFreeAtMs =
      Math.max(performance.now(), this.#downFreeAtMs) + (bytes.length / this.#profile.downBytesPerSecond) * 1000;
    setTimeout(() => {
      if (!phone.destroyed) phone.write(bytes);
    }, this.#downDelayMs());
  }

  /** A little more than the way takes, so that timers of one moment keep their order. */
  #downDelayMs(): number {
    return Math.ceil(Math.max(0, this.#downFreeAtMs - performance.now()) + this.#profile.roundTripMs / 2);
  }
}

function reset(connection: Connection): void {
  connection.isOpen = false;
  // One that was cut has yet to take in what arrived before.
  if (!connection.isCut) connection.office.destroy();
  if (!connection.phone.destroyed) connection.phone.resetAndDestroy();
}

async function untilMs(dueMs: number): Promise<void> {
  const delayMs = dueMs - performance.now();
  if (delayMs > 1) await new Promise((resolve) => setTimeout(resolve, delayMs));
}
