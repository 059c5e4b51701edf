import type { OfficeStatus } from '#domain/application/status.ts';

/** What is worth a message that costs money, in words of every day. Everything else waits for the app to be opened. */
const words: Readonly<Partial<Record<OfficeStatus, string>>> = {
  returned: 'perlu diperbaiki',
  ready: 'sudah jadi',
  rejected: 'tidak dapat dilayani',
  done: 'sudah selesai',
};

/** The number and what has become of it, and nothing else of the person; null for what is not worth a message. */
export function noticeText(registrationNumber: string, status: OfficeStatus): string | null {
  const become = words[status];
  if (become === undefined) return null;
  return `Ajukan: permohonan No. ${registrationNumber} ${become}. Buka Ajukan untuk melihat selengkapnya.`;
}
