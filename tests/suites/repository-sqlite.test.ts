import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteDatabase } from '#server/stores/sqlite-database.ts';
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
import { sqlitePlan } from './queue-plans.ts';
import { describeQueue } from './queue-suite.ts';
import type { OpenDatabase } from './repository-parts.ts';
import { describeRetention } from './retention-suite.ts';
import { describePromises } from './promise-suite.ts';
import { describeRevisions } from './revision-suite.ts';
import { describeStatistics } from './statistics-suite.ts';
import { describeSurveys } from './survey-suite.ts';
import { describeApplications } from './repository-suite.ts';

const open: OpenDatabase = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-sqlite-'));
  const database = openSqliteDatabase(join(folder, 'app.db'));
  return {
    database,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
};

describeApplications('SQLite', open);
describeFeed('SQLite', open);
describeAudit('SQLite', open, ['DROP TRIGGER audit_log_update', 'DROP TRIGGER audit_log_delete']);
describeIdentity('SQLite', open);
describeErasure('SQLite', open);
describeErasureMarks('SQLite', open);
describeClaims('SQLite', open);
describeRevisions('SQLite', open);
describePromises('SQLite', open);
describeSurveys('SQLite', open);
describeStatistics('SQLite', open);
describeDevices('SQLite', open);
describeRetention('SQLite', open);
describeLocks('SQLite', open);
describeJobs('SQLite', open);
describeQueue('SQLite', open);
describeAssignments('SQLite', open);
describeQueuePlans('SQLite', open, sqlitePlan);
