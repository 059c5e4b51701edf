import type { CodeGateway, Message } from '../auth/code-gateway.ts';

/** Keeps what it is given, as the phones of the numbers would. */
export interface RecordingGateway extends CodeGateway {
  readonly messages: readonly Message[];
  /** The last code that a number was sent; empty when there is none. */
  codeOf(phone: string): string;
  /** Nothing is taken over any more, until it is switched on again. */
  broken: boolean;
}

export function recordingGateway(): RecordingGateway {
  const messages: Message[] = [];
  return {
    messages,
    broken: false,
    async send(message) {
      if (this.broken) return 'not-sent';
      messages.push(message);
      return 'sent';
    },
    codeOf: (phone) =>
      messages.findLast((message) => message.phone === phone && message.kind === 'code')?.text.match(/\d{6}/)?.[0] ??
      '',
  };
}
