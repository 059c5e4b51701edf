/** A time of day as people write it: 7:30, 07.30, 0730, 07:30:00. Returns HH:MM, or null. */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?$|^(\d{2})(\d{2})$/.exec(text.normalize('NFKC').trim());
  if (match === null) return null;
  const hours = Number(match[1] ?? match[3]);
  const minutes = Number(match[2] ?? match[4]);
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** True for HH:MM of a 24-hour day. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
