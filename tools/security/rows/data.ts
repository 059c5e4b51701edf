import { checkTraces } from '../browser/checks.ts';
import { type SecurityRow, testsNamed } from '../check.ts';
import { checkCaching } from '../crawl-headers.ts';
import { checkDeviation } from '../deviation.ts';
import { checkInventory } from '../inventory.ts';
import { checkLogs } from '../personal-data-in-logs.ts';
import { checkSealedTraces, sealedTable } from '../sealed/check-sealed-traces.ts';

const app = 'server/app.test.ts';
const decisions = 'server/routes/decision-routes.test.ts';
const judged = 'server/uploads/judging/hostile-papers.test.ts';

const sealedTraces = {
  what: 'sealed, at an office on PostgreSQL: wire, HAR, pushes, log, dump of the database, files, profile',
  run: checkSealedTraces,
  table: sealedTable,
};

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
  {
    id: 'R3',
    requirement: 'What was sent off sealed can’t be read on the phone; drafts are encrypted',
    checks: [
      testsNamed(
        'tests/suites/sealed-submission.test.ts',
        'leaves nothing that can be read',
        'no run that read it before can write it any more',
      ),
      testsNamed('tests/suites/lock.test.ts', 'nothing typed or photographed lies on the disk readable'),
      testsNamed(
        'tests/suites/lock-office.test.ts',
        'opens with the office alone: no share lies on the phone',
        'is closed by ten wrong tries',
        'the recovery key brings back all that lies under the lock',
      ),
      testsNamed('tools/security/sealed/sealed-places.test.ts', 'in order where', 'not where', 'more with no lock'),
      sealedTraces,
    ],
    notBuilt:
      'drafts and kept papers of a citizen who has set no lock lie open in the browser’s store, so do the answers of a sealed application that came back to them, until its repair is sealed, and the browser’s log keeps what was deleted until it is rewritten; who opens their own application is sent all of it back',
    browser: ['R3: sealed with no signal', 'R3, R8: ten wrong PINs close'],
  },
  {
    id: 'R4',
    requirement: 'No nonce twice under a key, no piece moved, left out, doubled or changed',
    checks: [
      testsNamed(
        'src/domain/sealing/seal-bytes.test.ts',
        'swapped, left out, doubled or cut off',
        'one flipped bit or a cut',
        'no nonce comes twice under one key',
        'has a nonce and a key of its own',
        'do not open under another key',
      ),
    ],
  },
  {
    id: 'R5',
    requirement: 'Who deletes what is theirs, with or without signal, finds nothing of it left',
    checks: [
      testsNamed(
        'tests/suites/erase-mine.test.ts',
        'leaves nothing of the person and nobody',
        'takes nothing away when the phone can’t write',
      ),
      { what: 'a real browser: what it keeps beside the app’s own store', run: checkTraces },
    ],
    notBuilt: 'signing out alone leaves drafts, by promise: they are dropped by their person only',
    browser: ['who deletes their data on this phone', 'a lost phone is signed out from another one'],
  },
  {
    id: 'R6',
    requirement: 'Personal answers are kept by no cache',
    checks: [
      { what: 'every answer', run: checkCaching },
      { what: 'the caches of a real browser', run: checkTraces },
    ],
    browser: ['found nowhere else: no cache'],
  },
  {
    id: 'R7',
    requirement: 'No personal data in addresses, titles and logs',
    checks: [
      { what: 'a server that logs all it can', run: checkLogs },
      { what: 'a real session: addresses, Referer, console, titles, log, tables', run: checkTraces },
      sealedTraces,
      testsNamed(app, 'has a line for every request, and nothing of a person'),
    ],
    notBuilt: 'crash reports do not exist; what is pushed stands under R37',
    browser: ['found nowhere else: no cache', 'the log that a person shares'],
  },
  {
    id: 'R9',
    requirement: 'Only the fields that are needed are given out; a whole NIK when it is asked for, which is noted',
    checks: [
      testsNamed(decisions, 'with the name and nothing else that was answered'),
      testsNamed('tools/authz/masked-numbers.test.ts', 'by any route', 'by what they do', 'except by asking for it'),
      testsNamed(
        'server/routes/reveal-routes.test.ts',
        'is noted each time',
        'no field more than these',
        'no answer beside the name',
      ),
    ],
    browser: ['R9: an official finds an application by its NIK'],
  },
  {
    id: 'R10',
    requirement: 'What is over goes by itself, from the database and from the files',
    checks: [
      testsNamed(
        'tests/suites/repository-sqlite.test.ts',
        'what is over on SQLite',
        'is erased anew by marks that were kept elsewhere',
        'takes no id again that had been erased',
      ),
      testsNamed('server/retention/expired-paper.test.ts', 'a paper whose term is over is gone'),
      testsNamed(
        'server/retention/retention-terms.test.ts',
        'are written down beside the inventory',
        'are no longer than the page about privacy says',
      ),
      testsNamed('server/retention/retention-timer.test.ts', 'comes again every six hours', 'never runs twice at once'),
    ],
    notBuilt:
      'when backups are removed, and that marks of what was erased are kept beside them (npm run erasures -- marks), is the operator’s; on PostgreSQL the same suite runs in npm test',
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
