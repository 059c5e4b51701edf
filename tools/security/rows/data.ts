import { nothing, type SecurityRow, testsNamed } from '../check.ts';
import { checkCaching } from '../crawl-headers.ts';
import { checkDeviation } from '../deviation.ts';
import { checkInventory } from '../inventory.ts';
import { checkLogs } from '../personal-data-in-logs.ts';

const app = 'server/app.test.ts';
const decisions = 'server/routes/decision-routes.test.ts';
const judged = 'server/uploads/judging/hostile-papers.test.ts';

/** What is kept of a person, where, and for how long. */
export const dataRows: readonly SecurityRow[] = [
  {
    id: 'R1',
    requirement: 'Every column, store and question has a class, a purpose and a retention',
    checks: [{ what: 'docs/data-inventory.json against the schemas', run: checkInventory }],
  },
  {
    id: 'R2',
    requirement: 'The deviation from ASVS 14.3.3 is written down, and nobody claims more',
    checks: [{ what: 'the record and every text', run: checkDeviation }],
  },
  nothing('R3', 'Sealed items unreadable, drafts encrypted', 'sealing and vault'),
  nothing('R4', 'No IV twice, no piece moved', 'sealing'),
  nothing('R5', 'Signing out clears everything, offline too', 'vault and its lock'),
  {
    id: 'R6',
    requirement: 'Personal answers are kept by no cache',
    checks: [{ what: 'every answer', run: checkCaching }],
    browser: ['found nowhere else: no cache'],
  },
  {
    id: 'R7',
    requirement: 'No personal data in addresses, titles and logs',
    checks: [
      { what: 'a server that logs all it can', run: checkLogs },
      testsNamed(app, 'has a line for every request, and nothing of a person'),
    ],
    notBuilt: 'push payloads and crash reports do not exist',
    browser: ['found nowhere else: no cache', 'the log that a person shares'],
  },
  {
    id: 'R9',
    requirement: 'Only the fields that are needed are given out',
    checks: [testsNamed(decisions, 'without anything that was answered')],
    notBuilt: 'the masked NIK and its noted reveal',
  },
  {
    id: 'R10',
    requirement: 'What is over goes by itself, from the database and from the files',
    checks: [
      testsNamed('tests/suites/repository-sqlite.test.ts', 'what is over on SQLite'),
      testsNamed('server/retention/expired-paper.test.ts', 'a paper whose term is over is gone'),
      testsNamed(
        'server/retention/retention-terms.test.ts',
        'are written down beside the inventory',
        'are no longer than the page about privacy says',
      ),
      testsNamed('server/retention/retention-timer.test.ts', 'comes again every six hours', 'never runs twice at once'),
    ],
    notBuilt: 'backups, which are the operator’s; on PostgreSQL the same suite runs in npm test',
  },
  {
    id: 'R11',
    requirement: 'Place, time and preview are taken out of photos',
    checks: [
      testsNamed('src/domain/document/metadata/strip-metadata.test.ts', 'a photo without its metadata'),
      testsNamed(judged, 'what an official opens is picture and nothing else'),
    ],
  },
];
