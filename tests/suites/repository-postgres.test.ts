import { openPostgresDatabase } from '#server/stores/postgres-database.ts';
import { startPostgres } from '../../tools/postgres.ts';
import { describeAudit } from './audit-suite.ts';
import { describeClaims } from './claim-suite.ts';
import { describeDevices } from './device-suite.ts';
import { describeErasureMarks } from './erasure-marks-suite.ts';
import { describeErasure } from './erasure-suite.ts';
import { describeFeed } from './feed-suite.ts';
import { describeIdentity } from './identity-suite.ts';
import { describeLocks } from './lock-suite.ts';
import { describeJobs } from './job-suite.ts';
import { describeAssignments } from './assignment-suite.ts';
import { describeQueuePlans } from './queue-plan-suite.ts';
import { postgresPlan } from './queue-plans.ts';
import { describeQueue } from './queue-suite.ts';
import type { OpenDatabase } from './repository-parts.ts';
import { describeRetention } from './retention-suite.ts';
import { describePromises } from './promise-suite.ts';
import { describeRevisions } from './revision-suite.ts';
import { describeStatistics } from './statistics-suite.ts';
import { describeSurveys } from './survey-suite.ts';
import { describeApplications } from './repository-suite.ts';

const openIn =
  (order: 'bytes' | 'english'): OpenDatabase =>
  async () => {
    const cluster = await startPostgres();
    const database = openPostgresDatabase(await cluster.createDatabase(order));
    return {
      database,
      close: async () => {
        await database.close();
        await cluster.stop();
      },
    };
  };
const open = openIn('bytes');

describeApplications('PostgreSQL', open);
describeFeed('PostgreSQL', open);
describeAudit('PostgreSQL', open, [
  'DROP TRIGGER audit_log_append_only ON audit_log',
  'DROP TRIGGER audit_log_kept ON audit_log',
]);
describeIdentity('PostgreSQL', open);
describeErasure('PostgreSQL', open);
describeErasureMarks('PostgreSQL', open);
describeClaims('PostgreSQL', open);
describeRevisions('PostgreSQL', open);
describePromises('PostgreSQL', open);
describeSurveys('PostgreSQL', open);
describeStatistics('PostgreSQL', openIn('english'));
describeDevices('PostgreSQL', open);
describeRetention('PostgreSQL', open);
describeLocks('PostgreSQL', open);
describeJobs('PostgreSQL', open);
describeQueue('PostgreSQL', open);
describeAssignments('PostgreSQL', open);
describeQueuePlans('PostgreSQL', open, postgresPlan);
