import { startPostgres } from '../../tools/postgres.ts';
import { describeUploadRaces } from './upload-races-suite.ts';

describeUploadRaces('two processes on one PostgreSQL and one folder of files', 2, async () => {
  const cluster = await startPostgres();
  return { environment: { DATABASE_URL: await cluster.createDatabase() }, close: () => cluster.stop() };
});
