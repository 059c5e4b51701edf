/** The screens of a form that its first questions do without; all are fetched while those are read. */
export const loadPapers = () => import('./papers-screen.tsx');
export const loadStored = () => import('./stored-screen.tsx');

/** With what is said after Kirim, which must never be what can't be fetched. */
export async function loadReview() {
  const [{ ReviewScreen }] = await Promise.all([import('./review-screen.tsx'), loadStored()]);
  return { ReviewScreen };
}
