import { createECDH } from 'node:crypto';
import { expect, it } from 'vitest';
import { areBrowserKeys, encryptPayload } from './encrypt-payload.ts';

/** RFC 8291, appendix A. */
const example = {
  plain: 'When I grow up, I want to be a watermelon',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  sender: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

it('the example of RFC 8291 comes out byte by byte', () => {
  const sender = createECDH('prime256v1');
  sender.setPrivateKey(Buffer.from(example.sender, 'base64url'));
  const salt = Buffer.from(example.salt, 'base64url');
  expect(encryptPayload(example.plain, example, { sender, salt }).toString('base64url')).toBe(example.body);
});

it('the same text is never the same bytes twice', () => {
  expect(encryptPayload('a', example)).not.toEqual(encryptPayload('a', example));
});

it.each([
  { ...example, auth: 'BTBZMqHH6r4Tts7J_aSI' },
  { ...example, p256dh: '' },
  { ...example, p256dh: Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url') },
])('what is no key of a browser is told from one: %#', (keys) => {
  expect([areBrowserKeys(keys), areBrowserKeys(example)]).toEqual([false, true]);
});
