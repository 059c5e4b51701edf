/**
 * Mistakes planted into the engine, one at a time: what somebody might write on a bad day. The simulation is worth
 * something only if it finds every one of them.
 */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

const decide = 'src/sync/decide.ts';
const afterAnswer = 'src/sync/after-answer.ts';
const nextRequest = 'src/sync/next-request.ts';
const pull = 'src/sync/pull-changes.ts';
const runner = 'src/sync/runner.ts';
const driver = 'src/sync/driver.ts';
const wire = 'src/api/wire.ts';
const classify = 'src/api/classify.ts';

export const mutants: readonly Mutant[] = [
  {
    name: 'receipt with papers missing counts as received',
    file: afterAnswer,
    right: 'if (isComplete(receipt)) {',
    wrong: 'if (receipt.applicationId === entry.applicationId) {',
  },
  {
    name: 'receipt of another application is believed',
    file: wire,
    right:
      'if (wire?.id !== applicationId || !isText(wire.registrationNumber) || receivedAtMs === undefined) return undefined;',
    wrong: 'if (!isText(wire?.registrationNumber) || receivedAtMs === undefined) return undefined;',
  },
  {
    name: 'the last offset known is taken for the truth',
    file: nextRequest,
    right: 'if (known === null || known.documentId !== document.id) {',
    wrong: 'if (false) {',
  },
  {
    name: 'a conflict of offsets is answered by sending on',
    file: afterAnswer,
    right: "    case 'offset-conflict':\n      // Ask with HEAD, the first time at once.",
    wrong:
      "    case 'offset-conflict':\n      if (document.progress.state === 'uploading') return heard(context, documentId, document.progress, 0);",
  },
  {
    name: 'a refusal drops the application',
    file: decide,
    right: '      const lanes = new Map(state.lanes);\n      lanes.delete(applicationId);',
    wrong: '      const lanes = new Map(state.lanes);',
  },
];
