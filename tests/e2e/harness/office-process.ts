/** The reference backend as a process of its own, started by office.ts, which is told the port. */
import { startServer } from '#server/start.ts';
import type { OfficeSettings } from './office.ts';

const settings: OfficeSettings = JSON.parse(process.argv[2] ?? 'null');
const server = await startServer({ ...settings, port: 0, logLevel: 'info' });
process.send?.(server.port);
