import { checkCodeField } from '../browser/checks.ts';
import { programNamed, type SecurityRow, testsNamed } from '../check.ts';
import { checkHeaders, checkPolicies, checkWorkerScript } from '../crawl-headers.ts';
import { checkForgery, checkSharing } from '../other-sites.ts';
import { checkPushPayloads } from '../push-payloads.ts';
import { checkListeners } from '../message-listeners.ts';
import { comesBackOnce } from '../token-tests.ts';

const sessions = 'server/routes/session-routes.test.ts';

/** What a browser is told, keeps and sends. */
export const pagesRows: readonly SecurityRow[] = [
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
    id: 'R36',
    requirement: 'The worker’s script is kept by no cache',
    checks: [{ what: 'sw.js', run: checkWorkerScript }],
    browser: ['the kill switch takes a broken worker off the phone'],
  },
  {
    id: 'R37',
    requirement: 'What wakes a phone says nothing, goes to push services only, and ends with the session',
    checks: [
      { what: 'a server that wakes a browser: the wire, the table, the log', run: checkPushPayloads },
      testsNamed('server/push/encrypt-payload.test.ts', 'the example of RFC 8291'),
      testsNamed(
        'server/push/push-sender.test.ts',
        'brings it a text that it alone can read, signed for its push service',
        'goes nowhere but to a push service, whatever was stored',
        'connects to nothing of a network of ours',
      ),
      testsNamed('server/push/push-hosts.test.ts', 'a test names one origin of its own', 'is none', 'is not'),
      testsNamed(
        'server/routes/push-routes.test.ts',
        'is refused with',
        'is forgotten with its session',
        'belongs to whoever uses it now',
      ),
      testsNamed('tests/suites/repository-sqlite.test.ts', 'wake nobody whose session has ended, however it ended'),
    ],
    browser: ['a lock screen learns only that there are some'],
  },
  {
    id: 'R38',
    requirement: 'What tabs and the worker tell one another is checked: no words, one meaning each',
    checks: [
      testsNamed(
        'src/sync/outbox-channel.test.ts',
        'what a tab or worker of another release says is ignored',
        'of all that can be sent between tabs and workers',
      ),
      { what: 'every listener in the sources', run: checkListeners },
    ],
    browser: ['what a tab of another release says moves nothing'],
  },
  {
    id: 'R41',
    requirement: 'A code can be pasted and is offered by the phone, no puzzle, and no time-out costs a draft',
    checks: [{ what: 'the field of the code, in a real browser', run: checkCodeField }],
    browser: ['somebody with nothing but a keyboard', 'offers to go on, with at most the last moment missing'],
  },
];
