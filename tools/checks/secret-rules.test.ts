import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { secretsIn } from './secret-rules.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const [firstLine = ''] = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().split('\n');
const jwk = JSON.stringify(privateKey.export({ format: 'jwk' }));
const letters = (count: number) => randomBytes(count).toString('hex').slice(0, count);
/** As a machine makes it: both kinds of letters, and a digit. */
const made = `aB3${letters(40)}`;

describe('a secret that somebody has left in a file', () => {
  it.each([
    ['a private key', firstLine],
    ['the private half of a JSON Web Key', jwk],
    ['a signed token', `Authorization: Bearer eyJ${letters(20)}.eyJ${letters(20)}.${letters(43)}`],
    ['an access key of a cloud', `key = ${'AKIA'}${letters(16).toUpperCase()}`],
    ['a token of a code host', `${'ghp'}_${letters(36)}`],
    ['a token of a package registry', `${'npm'}_${letters(36)}`],
    ['a token of a chat', `${'xoxb'}-${letters(20)}`],
    ['a password in an address', `postgres://ajukan:${'s'}3cret-${letters(12)}@db.example:5432/x`],
    ['a secret under its name', `const secret = '${made}';`],
    ['a secret under its name', `"apiKey": "${made}"`],
    ['a secret under its name', `AUTH_SECRET='${made}'`],
  ])('is known for %s', (what, line) => {
    expect(secretsIn(line)).toEqual([what]);
  });

  it.each([
    "const secret = 'only-for-tests-0123456789abcdefghij';",
    'postgres://ajukan@127.0.0.1:5432/x',
    'postgres://user:password@host/db',
    'const token = sealToken(keys, { kind: session, number: 1 })',
    '{"kty":"OKP","crv":"Ed25519","x":"' + letters(43) + '"}',
    'const headers = { Authorization: `Bearer ${token}` };',
  ])('is not seen in %s', (line) => {
    expect(secretsIn(line)).toEqual([]);
  });
});
