import { programNamed, type SecurityRow, testsNamed } from '../check.ts';
import { checkCookies } from '../crawl-cookies.ts';
import { checkLogs } from '../personal-data-in-logs.ts';
import { checkGuesses } from '../guess-numbers.ts';
import { browserGetsNoToken } from '../token-tests.ts';

const sessions = 'server/routes/session-routes.test.ts';
const abuse = 'server/routes/sign-in-abuse.test.ts';
const matrix = programNamed('the authorisation matrix', 'node', 'tools/authz-matrix.ts');

/** Who somebody is, and what they may do. */
export const peopleRows: readonly SecurityRow[] = [
  {
    id: 'R8',
    requirement: 'Sessions end by themselves, and an app with a lock locks itself',
    checks: [
      testsNamed(sessions, 'ends by itself'),
      testsNamed('src/main/lock-watch.test.ts', 'in every tab after so long without use', 'in this tab only'),
      testsNamed(
        'tests/suites/lock.test.ts',
        'again, no store gives anything out',
        'a start is shut before it has looked',
      ),
    ],
    browser: ['R8: left alone the app locks itself', 'R8: a tab that another one has covered for half a minute'],
  },
  {
    id: 'R19',
    requirement: 'Deny by default: every role, every route, everybody’s things',
    checks: [matrix],
  },
  {
    id: 'R20',
    requirement: 'A number alone reveals nothing',
    checks: [
      { what: 'a hundred thousand guesses at numbers, ids and secrets of receipts', run: checkGuesses },
      testsNamed('server/auth/lookup-secret.test.ts', 'has 128 bits', 'is never right where there is no application'),
      testsNamed(
        'server/routes/status-lookup-routes.test.ts',
        'answers a wrong secret, another’s secret and an unknown number word for word alike',
        'gives the secret to who it is of and to no official',
        'is refused after sixty in a moment',
      ),
    ],
  },
  {
    id: 'R21',
    requirement: 'One-time codes: bound, used once, ten minutes, five tries, limits by number, address, device and day',
    checks: [
      testsNamed(
        abuse,
        'is over after five tries',
        'has ten minutes, and one request, one number and one purpose',
        'makes one session of many right codes at once',
        'of a day has fifty tries at one number',
        'ends at one in a minute for a number',
        'ends at 60 in an hour for an address and at 10 for a device',
        'ends at the budget of the day',
        'writes neither a code nor a number nor a token into the log',
      ),
    ],
  },
  {
    id: 'R22',
    requirement: 'No answer tells whether a number is known',
    checks: [
      testsNamed(sessions, 'the same answer to a wrong code and an unknown number'),
      testsNamed(abuse, 'gives the same answer, and takes the same time'),
    ],
  },
  {
    id: 'R23',
    requirement:
      'Session cookies: __Host-, Secure, HttpOnly, Strict, new at each sign-in, dead after it, also after a restored backup',
    checks: [
      { what: 'every cookie', run: checkCookies },
      testsNamed('tests/suites/restored-backup-sqlite.test.ts', 'lets nobody in who was out'),
      testsNamed('tests/suites/restored-backup-postgres.test.ts', 'lets nobody in who was out'),
    ],
  },
  {
    id: 'R24',
    requirement: 'A browser gets a cookie and no token',
    checks: browserGetsNoToken,
  },
  {
    id: 'R29',
    requirement: 'Limits of address, account, session and office, with Retry-After',
    checks: [
      testsNamed(sessions, 'stops guessing with 429', 'stops one address that tries many numbers'),
      testsNamed(
        'server/rate-limit.test.ts',
        'of an address stops it',
        'of an address believes only',
        'of one account counts',
        'of one session counts',
        'of an office ends its looks',
      ),
      testsNamed(
        'server/http/count-together.test.ts',
        'never more, whichever server is asked',
        'over when it said so',
        'by each server alone while the database is away',
      ),
    ],
    notBuilt: 'the count of two real servers on one PostgreSQL runs in npm test, not here',
  },
  {
    id: 'R30',
    requirement: 'Security log: chained, UTC, without personal data',
    checks: [
      testsNamed(
        'server/audit-trail.test.ts',
        'says who came in and went',
        'says that a code was asked for',
        'says which official looked',
        'says who decided what',
        'says who was refused',
        'is not given',
      ),
      testsNamed('tests/suites/repository-sqlite.test.ts', 'the audit log on SQLite'),
      { what: 'the audit log after a whole application', run: checkLogs },
    ],
  },
  {
    id: 'R42',
    requirement: 'From a lost phone to whose data, which, when, and the notices of article 46(2)',
    checks: [
      testsNamed('tools/breach/drill.test.ts', 'names the residents', 'tells a citizen at their number'),
      testsNamed('server/routes/device-routes.test.ts', 'a lost phone'),
      testsNamed('tests/suites/device-care.test.ts', 'a wipe by order'),
    ],
    browser: ['a lost phone is emptied at its next contact'],
  },
];
