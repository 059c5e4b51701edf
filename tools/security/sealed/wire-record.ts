import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface WireRecord {
  /** Where a phone finds the office through it. */
  readonly origin: string;
  /** Every byte since the last call, that went to the office and that came from it, one connection after the other. */
  take(): { readonly sent: Buffer; readonly received: Buffer };
  close(): Promise<void>;
}

/** Lies between a phone and the office and writes down what passes, also what no page sees: a worker's uploads. */
export async function recordWire(officePort: number): Promise<WireRecord> {
  const connections: { readonly sent: Buffer[]; readonly received: Buffer[] }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((phone) => {
    const office = connect(officePort, '127.0.0.1');
    const pieces = { sent: [] as Buffer[], received: [] as Buffer[] };
    connections.push(pieces);
    phone.on('data', (piece) => pieces.sent.push(piece));
    office.on('data', (piece) => pieces.received.push(piece));
    for (const [from, to] of [
      [phone, office],
      [office, phone],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the record of the wire has no port');
  const all = (side: 'sent' | 'received') =>
    Buffer.concat(connections.flatMap((pieces) => pieces[side].splice(0, pieces[side].length)));
  return {
    origin: `http://localhost:${address.port}`,
    take: () => ({ sent: all('sent'), received: all('received') }),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
