import { nothing, programNamed, type SecurityRow, testsNamed } from '../check.ts';
import { crawlHostile } from '../hostile-crawl.ts';
import { checkMassAssignment } from '../mass-assignment.ts';
import { checkStaticRules } from '../static-rules.ts';
import { checkReproducible, checkSbom } from '../supply-chain.ts';

const app = 'server/app.test.ts';
const applications = 'server/routes/application-routes.test.ts';
const decisions = 'server/routes/decision-routes.test.ts';

/** The server and how it is made and set up. */
export const programRows: readonly SecurityRow[] = [
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
    requirement:
      'Secrets from the environment; no sample of any in production, and no start without knowing how people come',
    checks: [
      testsNamed(
        'server/environment.test.ts',
        'in production has no sample accounts',
        'in production refuses what is for trying out',
        'never repeats a password',
      ),
      testsNamed('server/start.test.ts', 'NODE_ENV=production', 'APP_ENV=production'),
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
];
