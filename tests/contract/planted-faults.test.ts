/** A suite that never fails proves nothing: every mistake of the list must be noticed, by the check that is meant to. */
import { afterAll, describe, expect, test } from 'vitest';
import { isPlantedFault, type PlantedFault, plantedFaults } from '#tests/fakes/model-backend/planted-fault.ts';
import { startModelBackend } from '#tests/fakes/model-backend/start-model-backend.ts';
import { levels, type Level } from './check.ts';
import { allChecks } from './checks/all-checks.ts';
import { loadOpenApiDocument } from './openapi-document.ts';
import type { SuiteReport } from './report.ts';
import { runSuite } from './run-suite.ts';

/** Which checks must fail. */
const caughtBy: Readonly<Record<PlantedFault, readonly string[]>> = {
  'race-creates-twice': ['race-one-201', 'race-other-content', 'race-two-owners', 'complete-race-application'],
  'compares-raw-bodies': ['replay-other-spelling'],
  'last-write-wins': ['other-content-409'],
  'replay-answers-201': ['replay-same-receipt', 'complete-replay'],
  'received-at-changes': ['replay-same-receipt'],
  'number-changes': ['replay-same-receipt', 'complete-replay'],
  'number-shared': ['create-numbers-differ'],
  'other-owner-accepted': ['other-owner-404'],
  'claims-of-anybody': ['claim-by-offer-only'],
  'speaks-for-anybody': ['on-behalf-officers-only'],
  'no-authentication': ['sign-in-required'],
  'validates-before-sign-in': ['sign-in-before-validation'],
  'one-account-for-all': ['who-am-i'],
  'capabilities-need-token': ['capabilities-public'],
  'answers-not-validated': ['wrong-answer-pointer'],
  'papers-not-required': ['missing-paper-pointer'],
  'papers-any-slot': ['wrong-paper-pointer'],
  'problems-without-pointer': ['wrong-answer-pointer', 'missing-paper-pointer'],
  'plain-json-errors': ['unknown-path-404', 'sign-in-required', 'other-content-409'],
  'malformed-is-500': ['malformed-request'],
  'coding-ignored': ['other-coding-415'],
  'map-as-page': ['map-tiles'],
  'html-fallback': ['unknown-path-404'],
  'large-is-500': ['malformed-request'],
  'list-without-etag': ['catalogue-not-modified'],
  'application-without-etag': ['application-etag'],
  'if-none-match-ignored': ['catalogue-not-modified'],
  'short-tells-all': ['told-in-short'],
  'schema-accepts-all': ['answers-schema-refuses'],
  'schema-too-strict': ['answers-schema-accepts'],
  'answers-become-text': ['read-back'],
  'text-mangled': ['text-as-typed'],
  'nul-is-500': ['odd-text-answered'],
  'papers-listed-missing-never': ['create-receipt'],
  'feed-gap': ['changes-no-gap'],
  'feed-leaks-others': ['changes-own-only'],
  'feed-page-overlaps': ['changes-paging', 'changes-resume'],
  'feed-forgets-completion': ['complete-application'],
  'cursor-unknown-accepted': ['changes-unknown-cursor'],
  'limit-is-500': ['changes-odd-limit'],
  'document-replay-409': ['announce-document', 'upload-pieces'],
  'document-any-size': ['announce-too-large'],
  'announcement-unchecked': ['announce-malformed'],
  'document-other-owner': ['upload-other-owner'],
  'head-cacheable': ['upload-head'],
  'tus-version-ignored': ['upload-wrong-headers'],
  'post-resets-upload': ['upload-no-post'],
  'stranger-attaches-papers': ['upload-for-other-application'],
  'offset-unchecked': ['upload-wrong-offset'],
  'two-writers': ['upload-two-writers'],
  'cut-loses-bytes': ['upload-cut'],
  'late-piece-appended': ['upload-last-answer-lost'],
  'type-unchecked': ['upload-other-type'],
  'takes-scripted-pdf': ['upload-hostile-paper'],
  'keeps-camera-words': ['content-without-camera'],
  'digest-unchecked': ['upload-digest'],
  'digest-keeps-offset': ['upload-digest'],
  'takes-too-many-bytes': ['upload-too-many-bytes'],
  'counts-begun-papers': ['half-a-file-is-missing'],
  'early-papers-forgotten': ['papers-first'],
  'completion-from-old-view': ['complete-race-papers'],
  'completes-twice': ['complete-race-papers'],
  'receipt-signs-header-only': ['receipt-signature'],
  'substitute-accepted': ['paper-as-announced'],
  'version-not-raised': ['complete-application'],
  'content-before-verified': ['document-content'],
  'officers-see-incomplete': ['queue-complete-only', 'officer-reads-papers'],
  'queue-ignores-status': ['queue-by-status'],
  'queue-first-status': ['queue-filters'],
  'queue-pages-overlap': ['queue-pages'],
  'search-finds-all': ['queue-search'],
  'counts-all-that-came': ['queue-counts'],
  'assignee-told-to-citizens': ['assignment-seen'],
  'citizens-read-queue': ['citizens-stay-outside'],
  'decision-precondition-first': ['decision-replay'],
  'decision-without-match': ['decision-needs-match'],
  'decision-stale-accepted': ['decision-needs-match', 'decision-race'],
  'decision-any-order': ['decision-out-of-turn'],
  'decision-not-in-feed': ['decision-reaches-citizen'],
  'codes-tried-for-ever': ['code-five-tries'],
  'codes-open-twice': ['code-makes-account'],
  'refresh-strict': ['refresh-lost-answer'],
  'refresh-reuse-ignored': ['refresh-lost-answer'],
  'sessions-outlive-their-end': ['session-ended'],
  'revoke-ignored': ['session-ended'],
  'erased-comes-back': ['erasure-for-good'],
  'erasure-keeps-sessions': ['erasure-for-good'],
  'gaps-untold': ['device-gap-named'],
  'orders-from-anybody': ['device-order-signed'],
  'decision-loses-reason': ['return-with-reason'],
};

const document = loadOpenApiDocument('openapi.json');
const faults = Object.keys(plantedFaults).filter(isPlantedFault);
const caught = new Set<PlantedFault>();

async function judgeModel(fault: PlantedFault | null, checkIds: readonly string[] | 'all'): Promise<SuiteReport> {
  const backend = await startModelBackend(fault);
  const checks = allChecks.filter(({ id }) => checkIds === 'all' || checkIds.includes(id));
  try {
    // What a fault keeps from coming never comes, however long the suite waits.
    const patience = fault === null ? {} : { patienceMs: 1000 };
    return await runSuite({ ...backend, ...patience, serviceId: null, levels, document, checks });
  } finally {
    await backend.stop();
  }
}

afterAll(() => {
  process.stdout.write(`planted faults: ${caught.size} of ${faults.length} caught\n`);
});

/** What the model backend does not offer. */
const optional: readonly Level[] = ['sealing', 'ticket', 'push', 'revision', 'results', 'survey', 'reveal'];
const isOptional = (level: Level): boolean => optional.includes(level);

test('a backend that keeps the contract passes every check', async () => {
  const report = await judgeModel(null, 'all');
  expect(report.checks.filter(({ level, result }) => result !== (isOptional(level) ? 'not-run' : 'passed'))).toEqual(
    [],
  );
});

test('every check is proved by a fault that it notices', () => {
  const proved = new Set(Object.values(caughtBy).flat());
  // Each of those levels has a test of its own, named *-faults.test.ts.
  const toProve = allChecks.filter(({ level }) => !isOptional(level));
  expect(toProve.map(({ id }) => id).filter((id) => !proved.has(id))).toEqual([]);
});

describe.concurrent('a backend that', { timeout: 60_000 }, () => {
  test.each(faults)('%s is found out', async (fault) => {
    const report = await judgeModel(fault, caughtBy[fault]);
    const failed = report.checks.filter(({ result }) => result === 'failed').map(({ id }) => id);
    expect(failed.toSorted()).toEqual(caughtBy[fault].toSorted());
    caught.add(fault);
  });
});
