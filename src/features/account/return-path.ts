/** Where to go after signing in: a place inside the app, never an address that somebody put into a link. */
export function returnPath(asked: string | null): string | null {
  return asked !== null && /^\/(?:permohonan|isi|layanan|meja)(?:\/[\w-]+)*(?:\?[\w.,%&=+-]*)?$/u.test(asked)
    ? asked
    : null;
}
