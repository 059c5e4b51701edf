/**
 * Mistakes planted into the engine, one at a time: what somebody might write on a bad day. The simulation is worth
 * something only if it finds every one of them.
 */
import type { FaultKind } from './faults.ts';

export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly right: string;
  readonly wrong: string;
  /** Faults without which it shows too seldom: they come often in every seed of its hunt. */
  readonly likely?: readonly FaultKind[];
}

export const mutants: readonly Mutant[] = [
  {
    name: 'what may still be taken back is sent without a note',
    file: 'src/sync/perform.ts',
    right: "return kind === 'stored' ? 'noted' : 'unreadable';",
    wrong: "return kind === 'gone' ? 'unreadable' : 'noted';",
  },
  {
    name: 'a paper is announced although its application could not go',
    file: 'src/sync/perform.ts',
    right: 'if (!(await hasLeft(entry))) return unsent(request);',
    wrong: '',
  },
  {
    name: 'a paper that was announced too early is taken for refused',
    file: 'src/sync/decide.ts',
    right: "if (flight.isAhead && answer.outcome.kind !== 'ok')",
    wrong: "if (flight.isAhead && answer.outcome.kind === 'unreachable')",
    likely: ['papers-too-early'],
  },
  {
    name: 'every try makes a new application',
    file: 'src/sync/perform.ts',
    right: 'ports.office.putApplication(applicationId, body, signal)',
    wrong: 'ports.office.putApplication(`${applicationId}-${ports.clock.nowMs()}`, body, signal)',
  },
  {
    name: 'a receipt with papers missing counts as received',
    file: 'src/sync/after-answer.ts',
    right: '|| isComplete(receipt)) {',
    wrong: '|| isComplete(receipt) || receipt.version > 0) {',
  },
  {
    name: 'the receipt of another application is believed',
    file: 'src/api/wire.ts',
    right: 'if (wire?.id !== applicationId || !isText(wire.registrationNumber)',
    wrong: 'if (!isText(wire?.registrationNumber)',
  },
  {
    name: 'the offset on the phone is taken for the truth',
    file: 'src/sync/next-request.ts',
    right: "return { type: 'ask-offset', applicationId, documentId: document.id, uploadUrl };",
    wrong:
      "return { type: 'send-piece', applicationId, documentId: document.id, uploadUrl, offsetBytes: document.progress.offsetBytes, lengthBytes: Math.min(pieceBytes, document.sizeBytes - document.progress.offsetBytes) };",
  },
  {
    name: 'a conflict of offsets is answered by sending the same again',
    file: 'src/sync/after-answer.ts',
    right: "    case 'offset-conflict':\n      // Ask with HEAD, the first time at once.\n",
    wrong:
      "    case 'offset-conflict':\n      if (document.progress.state === 'uploading') return { ...unchanged(context), known: { documentId, offsetBytes: document.progress.offsetBytes } };\n",
  },
  {
    name: 'a resumed upload begins with the first bytes',
    file: 'src/sync/perform.ts',
    right: 'file.bytes.slice(offsetBytes, offsetBytes + lengthBytes)',
    wrong: 'file.bytes.slice(0, lengthBytes)',
  },
  {
    name: 'what was once verified is never sent again, whatever the office misses',
    file: 'src/sync/after-answer.ts',
    right: "return document.progress.state === 'verified' ? begunAgain(document) : document;",
    wrong: 'return document;',
  },
  {
    name: 'a refusal is tried again without end',
    file: 'src/sync/verdict.ts',
    right:
      "delivery: { state: 'needs-person', problem, sinceMs: moment.nowMs, receipt: delivery.receipt },\n    durability: 'strict',",
    wrong: "delivery: { ...delivery, lastProblem: problem, nextTryAtMs: moment.nowMs },\n    durability: 'relaxed',",
  },
  {
    name: 'silence counts towards giving up',
    file: 'src/sync/verdict.ts',
    right: '  const attempts = delivery.attempts + 1;\n  const nextTryAtMs = when',
    wrong:
      "  const attempts = delivery.attempts + 1;\n  if (attempts > 5 && lastProblem !== null) return { documents, delivery: { state: 'needs-person', problem: lastProblem, sinceMs: moment.nowMs, receipt: delivery.receipt }, durability: 'strict', known: null, closing: null };\n  const nextTryAtMs = when",
  },
  {
    name: 'one application that is put off holds up all',
    file: 'src/sync/decide.ts',
    right: 'const lanesThatCloseTheGate = 2;',
    wrong: 'const lanesThatCloseTheGate = 1;',
    likely: ['poisoned-item'],
  },
  {
    name: 'one application that is answered 401 stops all',
    file: 'src/sync/decide.ts',
    right: "gate: state.gate.kind === 'open' ? { kind: 'unproven' } : state.gate };",
    wrong: 'gate: closing };',
    likely: ['poisoned-item'],
  },
  {
    name: 'a clock that was set back puts off for years',
    file: 'src/sync/stored-choice.ts',
    right: 'return nextTryAtMs - nowMs > longestWaitMs ? nowMs : nextTryAtMs;',
    wrong: 'return nextTryAtMs;',
  },
  {
    name: 'a busy office is left alone for years after the clock was set back',
    file: 'src/sync/runner.ts',
    right: 'return leftMs > 0 && leftMs <= longestWaitMs;',
    wrong: 'return leftMs > 0;',
    likely: ['clock-jumped', 'office-429'],
  },
  {
    name: 'whoever the office takes us for, the queue goes out',
    file: 'src/sync/gate.ts',
    right: "outcome.value.accountId === accountId ? { kind: 'open' } : { kind: 'sign-in-needed' }",
    wrong: "{ kind: 'open' }",
    likely: ['other-account'],
  },
  {
    name: 'one file is sent in the place of another',
    file: 'src/sync/perform.ts',
    right: 'const held = files.get(documentId);',
    wrong: 'const held = files.get(documentId) ?? files.values().next().value;',
  },
  {
    name: 'an upload that the office has forgotten is asked for at the old address',
    file: 'src/sync/after-answer.ts',
    right: "case 'upload-gone': {\n      const documents = replaced(context.entry.documents, begunAgain(document));",
    wrong: "case 'upload-gone': {\n      const documents = context.entry.documents;",
  },
  {
    name: 'what is sent off while the feed is read is forgotten',
    file: 'src/sync/runner.ts',
    right: 'if (more.came) continue;',
    wrong: '',
    likely: ['answer-late'],
  },
  {
    name: 'a call that joins a run which is being stopped is lost',
    file: 'src/sync/driver.ts',
    right: "const why = paused?.calledBy ?? 'signal';\n      paused = null;\n      go(why);",
    wrong: 'paused = null;',
  },
  {
    name: 'a run that lost its lock says that there is nothing left',
    file: 'src/sync/runner.ts',
    right: "if (signal.aborted) return ended({ kind: 'held-elsewhere' }, { kind: 'elsewhere' });",
    wrong: 'if (signal.aborted) return report;',
  },
  {
    name: 'a run that lost its lock goes on',
    file: 'src/sync/runner.ts',
    right: 'either = eitherAborted(stopping.signal, lost);',
    wrong: 'either = eitherAborted(stopping.signal, stopping.signal);',
  },
  {
    name: 'pages pass on what they were told, for ever',
    file: 'src/sync/driver.ts',
    right: "if (why === 'person') signals.tellOthers();",
    wrong: 'signals.tellOthers();',
  },
  {
    name: 'nobody tries again by itself',
    file: 'src/sync/driver.ts',
    right: 'if (report.nextTryAtMs !== null) later(report.nextTryAtMs - clock.nowMs());',
    wrong: 'if (report.nextTryAtMs !== null) return;',
  },
  {
    name: 'an office back from its backup is not given again what it forgot',
    file: 'src/sync/pull-changes.ts',
    right: '      again.offered += 1;\n',
    wrong: '',
    likely: ['restored-backup', 'feed-reset'],
  },
  {
    name: 'what is not found is called forgotten without asking for it',
    file: 'src/sync/not-found.ts',
    right: 'const known = await office.readApplication(about.applicationId, signal);',
    wrong: "const known = outcome.status === 404 ? outcome : await office.readApplication('', signal);",
    likely: ['office-404', 'payload-damaged'],
  },
  {
    name: 'what is forgotten is given up although the phone has all of it',
    file: 'src/sync/not-found.ts',
    right: 'switch (await offer(store, application, fence)) {',
    wrong: "switch (['bytes-gone', offer][0]) {",
    likely: ['restored-backup'],
  },
  {
    name: 'what is forgotten is asked for without end',
    file: 'src/sync/after-answer.ts',
    right: "if (answer.outcome.kind === 'forgotten') return needsPerson(context, forgotten);",
    wrong: "if (answer.outcome.kind === 'forgotten') return postponed(context, entry.documents, null, 'back-off');",
    likely: ['restored-backup', 'payload-damaged'],
  },
  {
    name: 'what the office remembers again is left lying',
    file: 'src/sync/offer-again.ts',
    right: 'for (const entry of await store.readForgotten(accountId)) {',
    wrong: 'for (const entry of []) {',
    likely: ['restored-backup', 'payload-damaged'],
  },
  {
    name: 'a repair is written over whatever the office has by now',
    file: 'src/api/office-client.ts',
    right: '\'If-Match\': `"${String(seenVersion)}"`,',
    wrong: "'If-Match': '*',",
  },
  {
    name: 'a repair that is tried again is another one',
    file: 'src/sync/perform.ts',
    right: ': ports.office.putChange(applicationId, about, body, signal);',
    wrong:
      ': ports.office.putChange(`${applicationId}-${String(entry.delivery.state === "waiting" ? entry.delivery.attempts : 0)}`, about, body, signal);',
    likely: ['answer-lost'],
  },
  {
    name: "one person's queue goes by another's ticket",
    file: 'src/sync/runner.ts',
    right: 'sendAs(ticket.ownerId, ticket, fence',
    // The identity is claimed as well: by itself, the wrong name alone is stopped by the gate.
    wrong: 'sendAs(accountId ?? ticket.ownerId, { ...ticket, ownerId: accountId ?? ticket.ownerId }, fence',
    likely: ['ticket-given', 'other-account', 'office-401'],
  },
];
