/** The reference backend as a process of its own, started by office.ts, which is told the port. */
import { flushCompileCache } from 'node:module';
import { startServer } from '#server/start.ts';
import { freePort } from '#server/testing/free-port.ts';
import type { OfficeSettings } from './office.ts';

const { behindDir, ...settings }: OfficeSettings = JSON.parse(process.argv[2] ?? 'null');
const server = await startServer({
  ...settings,
  ...(behindDir === null ? { port: 0 } : await startBehind(behindDir)),
  // Where SMS would leave: a person of a test reads it in office.ts.
  codeGateway: {
    send: async (message) => {
      if (message.kind === 'code') process.send?.({ phone: message.phone, code: message.code });
      return 'sent';
    },
  },
  codeCaps: { number: [], address: [], device: [] },
});
process.send?.(server.port);
// It is killed, and would take what it compiled along.
flushCompileCache();

/** Each of the two is told the other's address, so one of them is chosen first. */
async function startBehind(dataDir: string): Promise<{ readonly port: number; readonly backendUrl: string }> {
  const port = await freePort();
  const trustedIssuer = `http://localhost:${port}`;
  const more = { dataDir, port: 0, demoAccounts: [], trustedIssuer };
  const behind = await startServer({ ...settings, ...more });
  return { port, backendUrl: behind.url };
}
