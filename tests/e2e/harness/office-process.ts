/** The reference backend as a process of its own, started by office.ts, which is told the port. */
import { startServer } from '#server/start.ts';
import type { OfficeSettings } from './office.ts';

const settings: OfficeSettings = JSON.parse(process.argv[2] ?? 'null');
const server = await startServer({
  ...settings,
  port: 0,
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
