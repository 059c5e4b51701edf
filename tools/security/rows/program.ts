import { programNamed, type SecurityRow, testsNamed } from '../check.ts';
import { crawlHostile } from '../hostile-crawl.ts';
import { checkMassAssignment } from '../mass-assignment.ts';
import { checkRegistrySignatures, signaturesSaid } from '../registry-signatures.ts';
import { checkStaticRules } from '../static-rules.ts';
import { checkManifest, checkReproducible, checkSbom } from '../supply-chain.ts';

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
  {
    id: 'R32',
    requirement: 'Every link that is set is TLS 1.2 or later with a certificate that holds (npm run doctor -- --tls)',
    checks: [
      testsNamed(
        'tools/doctor/doctor.test.ts',
        'takes TLS 1.2 and later',
        'refuses what also speaks older ones',
        'asks a database the way databases are asked',
        'says what it could not reach',
        'reads {"DATABASE_URL"',
        'reads {"STORAGE_URL"',
      ),
      testsNamed('server/storage-environment.test.ts', 'is read over an encrypted link only in production'),
    ],
  },
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
    requirement: 'Exact versions, fixed bytes, no install scripts, a bill of materials, signatures of the registry',
    checks: [
      programNamed('the lockfile', 'node', 'tools/checks/lockfile.ts'),
      { what: 'CycloneDX from the lock', run: checkSbom },
      { what: 'signatures of the registry, where it answers', run: checkRegistrySignatures, table: signaturesSaid },
      testsNamed(
        'tools/security/registry-signatures.test.ts',
        'is a fault',
        'nothing is claimed',
        'pass, and are counted',
      ),
    ],
    notBuilt: 'signatures where the registry or the network does not answer: the row says NOT ASKED then',
  },
  {
    id: 'R35',
    requirement: 'The same commit gives the same files, and a release is signed',
    checks: [
      { what: 'a second build', run: checkReproducible },
      { what: 'signing what is built, and the same with one byte more', run: checkManifest },
      testsNamed(
        'tools/release/manifest.test.ts',
        'every file as it was signed',
        'which file was changed, taken away or added',
        'with another key, or with any other byte',
      ),
    ],
    notBuilt:
      'a key of the project’s own: who releases has one (RELEASE_KEY), and its public half is told apart from the files',
  },
  {
    id: 'R39',
    requirement: 'Static checks: strict types, lint with rules of security, no secret in the repository',
    checks: [
      programNamed('words and secrets that must not be', 'node', 'tools/checks/words.ts'),
      testsNamed('tools/checks/secret-rules.test.ts', 'is known for', 'is not seen in'),
      { what: 'rules of lint and types', run: checkStaticRules },
    ],
    notBuilt: 'CodeQL or semgrep, which are wanted where they are to be had',
  },
  {
    id: 'R40',
    requirement:
      'Dynamic checks, offline and each time: hostile requests to every route (a run of ZAP is optional, and none is made)',
    checks: [{ what: 'every route as nobody, applicant and official', run: crawlHostile }],
  },
];
