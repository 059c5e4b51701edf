import type { CodeGateway } from './code-gateway.ts';

/** For trying out: the message appears at the terminal where the server runs, and nowhere else. */
export function consoleGateway(print: (line: string) => void): CodeGateway {
  return {
    send: async (message) => {
      print(
        message.kind === 'code'
          ? `  Kode masuk / sign-in code for ${message.phone}: ${message.code}`
          : `  Pesan untuk / message for ${message.phone}: ${message.text}`,
      );
      return 'sent';
    },
  };
}
