export const readAloud = {
  read: 'Bacakan',
  stop: 'Berhenti membacakan',
};
export type ReadAloudMessages = typeof readAloud;
