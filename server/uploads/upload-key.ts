/** Keys name files and objects, so nothing that a client sends may be one unless it looks like this. */
export const uploadKeyPattern = /^[A-Za-z0-9_-]{22,64}$/;

export function assertUploadKey(key: string): void {
  if (!uploadKeyPattern.test(key)) throw new Error('Not an upload key');
}
