import { Client } from 'pg';
import { startPostgres } from '../../tools/postgres.ts';
import { describeRestoredBackup } from './restored-backup-suite.ts';

describeRestoredBackup('PostgreSQL', async () => {
  const cluster = await startPostgres();
  const [url, admin] = [await cluster.createDatabase(), await cluster.createDatabase()];
  const name = new URL(url).pathname.slice(1);
  const run = async (...statements: readonly string[]) => {
    const client = new Client({ connectionString: admin });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  return {
    databaseUrl: () => url,
    backUp: () => run(`CREATE DATABASE backup TEMPLATE ${name}`),
    restore: () => run(`DROP DATABASE ${name}`, `CREATE DATABASE ${name} TEMPLATE backup`),
    close: () => cluster.stop(),
  };
});
