/** The messages that offices of this run have sent, as they would lie on the phones of their numbers. */
import { readPhone } from '#domain/identity/phone.ts';
import { isRecord } from '#lib/is-record.ts';

const codes = new Map<string, string>();

/** A message of an office's process. */
export function deliver(message: unknown): void {
  if (!isRecord(message)) return;
  const { phone, code } = message;
  if (typeof phone === 'string' && typeof code === 'string') codes.set(phone, code);
}

/** The last code that has come since they were forgotten. */
export function codeSentTo(login: string): string | undefined {
  return codes.get(readPhone(login) ?? '');
}

export function forgetMessages(login: string): void {
  codes.delete(readPhone(login) ?? '');
}
