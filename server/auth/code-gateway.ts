export type Message =
  | { readonly kind: 'code'; readonly id: string; readonly phone: string; readonly code: string; readonly text: string }
  | { readonly kind: 'number-changed'; readonly id: string; readonly phone: string; readonly text: string };

/** Brings a short message to a phone: by SMS, by WhatsApp, by whatever stands behind it. `phone` is E.164. */
export interface CodeGateway {
  /** Resolves with whether somebody has taken it over for delivery; never rejects, and never takes long. */
  send(message: Message): Promise<'sent' | 'not-sent'>;
}

/**
 * The text of a code. Its last line is for the phone: browsers that know WebOTP offer the code to this site only.
 * @see https://wicg.github.io/sms-one-time-codes/
 */
export function codeText(code: string, lifetimeMs: number, publicOrigin: string): string {
  const minutes = Math.round(lifetimeMs / 60_000);
  return `Kode Ajukan Anda: ${code}. Berlaku ${minutes} menit. Jangan beri tahu siapa pun, juga petugas.\n\n@${new URL(publicOrigin).hostname} #${code}`;
}

export const numberChangedText =
  'Nomor HP akun Ajukan Anda sudah diganti. Kalau bukan Anda yang menggantinya, segera hubungi kantor layanan.';
