import { expect, it } from 'vitest';
import { codeText } from './code-gateway.ts';
import { consoleGateway } from './console-gateway.ts';

it('shows a code at the terminal, one line for each', async () => {
  const lines: string[] = [];
  const gateway = consoleGateway((line) => lines.push(line));
  const text = codeText('012345', 600_000, 'https://ajukan.example');
  await gateway.send({ kind: 'code', id: 'a', phone: '+6281299990001', code: '012345', text });
  await gateway.send({ kind: 'number-changed', id: 'b', phone: '+6281299990001', text: 'Nomor diganti' });
  expect(lines).toEqual([
    '  Kode masuk / sign-in code for +6281299990001: 012345',
    '  Pesan untuk / message for +6281299990001: Nomor diganti',
  ]);
  expect(text.split('\n').at(-1)).toBe('@ajukan.example #012345');
});
