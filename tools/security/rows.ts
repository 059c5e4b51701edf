import { nothing, programNamed, type SecurityRow, testsNamed } from './check.ts';
import { checkCookies } from './crawl-cookies.ts';
import { checkCaching, checkHeaders, checkPolicies, checkWorkerScript } from './crawl-headers.ts';
import { checkDeviation } from './deviation.ts';
import { crawlHostile } from './hostile-crawl.ts';
import { checkInventory } from './inventory.ts';
import { checkMassAssignment } from './mass-assignment.ts';
import { checkForgery, checkSharing } from './other-sites.ts';
import { checkLogs } from './personal-data-in-logs.ts';
import { checkStaticRules } from './static-rules.ts';
import { checkReproducible, checkSbom } from './supply-chain.ts';
import { browserGetsNoToken, comesBackOnce } from './token-tests.ts';

const app = 'server/app.test.ts';
const applications = 'server/routes/application-routes.test.ts';
const decisions = 'server/routes/decision-routes.test.ts';
const uploads = 'server/routes/upload-routes.test.ts';
const sessions = 'server/routes/session-routes.test.ts';
const judged = 'server/uploads/judging/hostile-papers.test.ts';
const names = 'server/uploads/hostile-names.test.ts';
const abuse = 'server/routes/sign-in-abuse.test.ts';

const matrix = programNamed('the authorisation matrix', 'node', 'tools/authz-matrix.ts');

/** Every requirement that we hold ourselves to, and what is really done for it. */
export const securityRows: readonly SecurityRow[] = [
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
    id: 'R8',
    requirement: 'Sessions end by themselves',
    checks: [testsNamed(sessions, 'ends by itself')],
    notBuilt: 'the idle lock of the app',
  },
  {
    id: 'R9',
    requirement: 'Only the fields that are needed are given out',
    checks: [testsNamed(decisions, 'without anything that was answered')],
    notBuilt: 'the masked NIK and its noted reveal',
  },
  nothing('R10', 'Retention jobs delete what is over', 'retention jobs'),
  {
    id: 'R11',
    requirement: 'Place, time and preview are taken out of photos',
    checks: [
      testsNamed('src/domain/document/metadata/strip-metadata.test.ts', 'a photo without its metadata'),
      testsNamed(judged, 'what an official opens is picture and nothing else'),
    ],
  },
  {
    id: 'R12',
    requirement: 'Content Security Policy with Trusted Types on every answer',
    checks: [{ what: 'every answer, errors included', run: checkPolicies }],
    browser: ['a script planted in the page does not run'],
  },
  {
    id: 'R13',
    requirement: 'HSTS, nosniff, COOP, CORP, Referrer-Policy on every answer',
    checks: [{ what: 'every answer, errors included', run: checkHeaders }],
  },
  {
    id: 'R14',
    requirement: 'No text that becomes markup or code',
    checks: [programNamed('the built scripts', 'node', 'tools/checks/bundle.ts')],
  },
  {
    id: 'R15',
    requirement: 'Papers: types by their bytes, size, count, looked through and written anew by the office',
    checks: [
      testsNamed(judged, 'a paper that is refused', 'bytes of another kind than they say'),
      testsNamed(
        uploads,
        'large ones with 413',
        'takes 200 documents',
        'of another type, back to 0',
        'more bytes than announced',
      ),
    ],
    browser: ['files that cannot be a paper are refused'],
  },
  {
    id: 'R16',
    requirement: 'Files lie under names of our own',
    checks: [
      testsNamed(uploads, 'hands out an unguessable address', 'gives the bytes as an attachment'),
      testsNamed(names, 'of ten thousand names', 'as an id, a slot or an address'),
    ],
    browser: ['a file whose name is an attack'],
  },
  {
    id: 'R17',
    requirement: 'Papers are served as attachments in a sandbox, to their session only',
    checks: [testsNamed(uploads, 'gives the bytes as an attachment'), matrix],
  },
  {
    id: 'R18',
    requirement: 'Antivirus hook',
    checks: [
      testsNamed('server/uploads/judging/clamd-scanner.test.ts', 'clamd, as it is asked', 'a paper of an office'),
    ],
  },
  {
    id: 'R19',
    requirement: 'Deny by default: every role, every route, everybody’s things',
    checks: [matrix],
  },
  nothing('R20', 'Public tracking token', 'public tracking'),
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
    requirement: 'Session cookies: __Host-, Secure, HttpOnly, Strict, new at each sign-in, dead after it',
    checks: [{ what: 'every cookie', run: checkCookies }],
  },
  {
    id: 'R24',
    requirement: 'A browser gets a cookie and no token',
    checks: browserGetsNoToken,
  },
  {
    id: 'R25',
    requirement: 'Another site changes nothing, and reading changes nothing',
    checks: [
      { what: 'every route from other sites', run: checkForgery },
      testsNamed(sessions, 'has to come from our own pages'),
      comesBackOnce,
    ],
  },
  {
    id: 'R26',
    requirement: 'No other site reads an answer',
    checks: [{ what: 'every route, many origins', run: checkSharing }],
  },
  {
    id: 'R27',
    requirement: 'The server asks every rule again, and the order of steps',
    checks: [
      testsNamed(applications, 'names wrong answers by pointer', 'refuses answers to questions that were not asked'),
      testsNamed(decisions, 'takes only what the status allows', 'signed by who may sign'),
    ],
  },
  {
    id: 'R28',
    requirement: 'No member that a request has no right to, no prototype, no type confused',
    checks: [
      { what: 'members of the office in an application', run: checkMassAssignment },
      testsNamed(app, 'is refused, never a server error'),
    ],
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
    ],
    notBuilt: 'one count for several servers',
  },
  {
    id: 'R30',
    requirement: 'Security log: chained, UTC, without personal data',
    checks: [
      testsNamed(
        'server/audit-trail.test.ts',
        'says who came in and went',
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
    id: 'R31',
    requirement: 'Errors tell nothing of the inside',
    checks: [
      testsNamed(app, 'is 500 without a word', 'is 503 with Retry-After'),
      { what: 'hostile requests', run: crawlHostile },
    ],
  },
  nothing('R32', 'TLS of the reference deployment', 'the doctor'),
  {
    id: 'R33',
    requirement: 'No sample secret in production',
    checks: [
      testsNamed(
        'server/environment.test.ts',
        'in production has no sample accounts',
        'in production refuses what is for trying out',
      ),
      testsNamed('server/start.test.ts', 'NODE_ENV=production'),
    ],
  },
  {
    id: 'R34',
    requirement: 'Exact versions, fixed bytes, no install scripts, a bill of materials',
    checks: [
      programNamed('the lockfile', 'node', 'tools/checks/lockfile.ts'),
      { what: 'CycloneDX from the lock', run: checkSbom },
    ],
    notBuilt: 'the signatures of the registry, which need the network',
  },
  {
    id: 'R35',
    requirement: 'The same commit gives the same files',
    checks: [{ what: 'a second build', run: checkReproducible }],
    notBuilt: 'a signed manifest of a release',
  },
  {
    id: 'R36',
    requirement: 'The worker’s script is kept by no cache',
    checks: [{ what: 'sw.js', run: checkWorkerScript }],
    browser: ['the kill switch takes a broken worker off the phone'],
  },
  nothing('R37', 'Push', 'push'),
  nothing('R38', 'Messages between tabs are checked', 'a check without a browser', [
    'what a tab of another release says moves nothing',
  ]),
  {
    id: 'R39',
    requirement: 'Static checks',
    checks: [
      programNamed('words that must not be', 'node', 'tools/checks/words.ts'),
      { what: 'rules of lint and types', run: checkStaticRules },
    ],
    notBuilt: 'CodeQL or semgrep',
  },
  {
    id: 'R40',
    requirement: 'Dynamic checks: hostile requests to every route',
    checks: [{ what: 'every route as nobody, applicant and official', run: crawlHostile }],
    notBuilt: 'a run of ZAP, which is optional',
  },
  nothing('R41', 'Accessible security', 'the PIN; the rest is seen in a browser only', [
    'somebody with nothing but a keyboard',
  ]),
  nothing('R42', 'Breach kit', 'the kit'),
];
