import { jsonAnswer, type ModelAnswer, type ModelRequest, problemAnswer } from './model-answer.ts';
import type { ModelState } from './model-state.ts';

const epoch = 'model1';

export function getChanges(state: ModelState, request: ModelRequest): ModelAnswer {
  const limit = Number(request.query.get('limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 1) {
    if (state.has('limit-is-500')) throw new Error('LIMIT must not be negative');
    return problemAnswer(400, 'limit is not a number of items');
  }
  const after = readCursor(request.query.get('after'));
  if (after === null && !state.has('cursor-unknown-accepted')) return problemAnswer(410, 'The cursor is not known');
  const own = state.changes.filter(({ ownerId }) => ownerId === request.account.id || state.has('feed-leaks-others'));
  const rest = own.filter(({ seq }) => (state.has('feed-page-overlaps') ? seq >= (after ?? 0) : seq > (after ?? 0)));
  const page = rest.slice(0, Math.min(limit, 200));
  return jsonAnswer(200, {
    items: page.map(({ item }) => item),
    next: writeCursor(page.at(-1)?.seq ?? after ?? 0),
    more: rest.length > page.length,
  });
}

function writeCursor(seq: number): string {
  return Buffer.from(`${epoch}.${seq}`).toString('base64url');
}

/** @returns null when nobody here has written it */
function readCursor(cursor: string | null): number | null {
  if (cursor === null) return 0;
  const [prefix, seq] = Buffer.from(cursor, 'base64url').toString().split('.');
  return prefix === epoch && seq !== undefined && /^[0-9]+$/.test(seq) ? Number(seq) : null;
}
