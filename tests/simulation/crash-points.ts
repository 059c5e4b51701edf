/** The moments at which a tab, a worker or the office may die, before and after each durable write. */
export const crashPoints = [
  'submit.tx.before',
  'submit.tx.after',
  'ack.ui',
  'store.read',
  'tried.tx.before',
  'tried.tx.after',
  'offset.tx.before',
  'offset.tx.after',
  'receipt.tx.before',
  'receipt.tx.after',
  'changes.tx.before',
  'changes.tx.after',
  'sign-in.tx.before',
  'request.sent',
  'answer.received',
  'upload.sent',
  'upload.resp',
  'receipt.verify',
  'lock.taken',
  'office.app.commit',
  'office.chunk.append',
  'office.chunk.offset',
  'office.object.verify',
  'office.resp.sent',
] as const;
export type CrashPoint = (typeof crashPoints)[number];

/** How often something died at each point. */
export type CrashCounts = Map<CrashPoint, number>;
