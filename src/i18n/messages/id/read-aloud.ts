export const readAloud = {
  read: 'Bacakan pertanyaan ini',
  stop: 'Berhenti membacakan',
};
export type ReadAloudMessages = typeof readAloud;
