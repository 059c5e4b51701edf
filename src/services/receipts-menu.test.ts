import { generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createReceiptsMenu, type ReceiptKey, type ReceiptsPorts } from './receipts-menu.ts';

const pair = generateKeyPairSync('ed25519');
const x = pair.publicKey.export({ format: 'jwk' }).x ?? '';
const key: ReceiptKey = { kid: 'k1', x };

function signed(change: object = {}, kid = 'k1'): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'https://a.example', jti: 'id', no: '3603-2026-000001', svc: 'kia', iat: 1_790_000_000 };
  const input = `${part({ alg: 'EdDSA', typ: 'receipt+jwt', kid })}.${part({ ...claims, ...change })}`;
  return `${input}.${sign(null, Buffer.from(input), pair.privateKey).toString('base64url')}`;
}

function menuWith(kept: readonly ReceiptKey[], office: readonly ReceiptKey[] | null) {
  let keys = kept;
  const asked = { times: 0 };
  const ports: ReceiptsPorts = {
    store: {
      readKeys: async () => keys,
      keepKeys: async (fetched) => {
        keys = fetched;
      },
    },
    fetchKeys: async () => {
      asked.times += 1;
      return office;
    },
    verify: async (signature, message, publicKey) =>
      verify(
        null,
        message,
        createPublicKey({
          key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
          format: 'jwk',
        }),
        signature,
      ),
  };
  return { menu: createReceiptsMenu(ports), asked };
}

describe('checking a receipt', () => {
  it('needs no office once the keys are on the phone', async () => {
    const { menu, asked } = menuWith([key], null);
    expect(await menu.check(`https://a.example/periksa#${signed()}`)).toMatchObject({
      kind: 'genuine',
      claims: { registrationNumber: '3603-2026-000001', receivedAtMs: 1_790_000_000_000 },
    });
    expect(asked.times).toBe(0);
  });

  it('says forged when one claim is changed under the signature', async () => {
    const { menu } = menuWith([key], null);
    const [head, , tail] = signed().split('.');
    const [, body] = signed({ no: '3603-2026-999999' }).split('.');
    expect(await menu.check(`${head}.${body}.${tail}`)).toEqual({ kind: 'forged' });
  });

  it('asks the office for a key that it does not know, and keeps it', async () => {
    const { menu, asked } = menuWith([{ kid: 'old', x }], [key]);
    expect(await menu.check(signed())).toMatchObject({ kind: 'genuine' });
    expect(await menu.check(signed())).toMatchObject({ kind: 'genuine' });
    expect(asked.times).toBe(1);
  });

  it('never calls forged what it can not know: another office, and no signal at all', async () => {
    expect(await menuWith([key], null).menu.check(signed({}, 'other'))).toEqual({
      kind: 'unknown-key',
      issuer: 'https://a.example',
    });
    expect(await menuWith([], null).menu.check(signed())).toEqual({ kind: 'signal-needed' });
  });
});
