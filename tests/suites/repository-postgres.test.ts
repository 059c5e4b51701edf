import { openPostgresDatabase } from '#server/stores/postgres-database.ts';
import { startPostgres } from '../../tools/postgres.ts';
import { describeRepository } from './repository-suite.ts';

describeRepository('PostgreSQL', async () => {
  const cluster = await startPostgres();
  const database = openPostgresDatabase(await cluster.createDatabase());
  return {
    database,
    close: async () => {
      await database.close();
      await cluster.stop();
    },
  };
});
