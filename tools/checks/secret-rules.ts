/** What a secret looks like that somebody has left in a file. Of a find nothing is printed but where it is. */
interface SecretRule {
  readonly pattern: RegExp;
  readonly what: string;
}

const rules: readonly SecretRule[] = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  // A JWK with its private half: RFC 7517, member "d" of at least 256 bits.
  { what: 'the private half of a JSON Web Key', pattern: /["']?\bd["']?\s*:\s*["'][\w-]{43,}["']/ },
  { what: 'a signed token', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/ },
  { what: 'an access key of a cloud', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{35}\b/ },
  { what: 'a token of a code host', pattern: /\bgh[opsur]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{40,}|\bglpat-[\w-]{20,}/ },
  { what: 'a token of a package registry', pattern: /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*[\w-]{8,}/ },
  { what: 'a token of a chat', pattern: /\bxox[abprs]-[\w-]{10,}/ },
  // Of another machine: what the tests start has no password, and those of examples are words.
  {
    what: 'a password in an address',
    pattern: /\b[a-z][a-z+]+:\/\/[^\s:/@'"`${}<>]+:(?=[^\s@]*\d)[^\s:/@'"`${}<>]{12,}@/i,
  },
  // Letters of both kinds and digits, as a machine makes them; sentences of tests are none.
  {
    what: 'a secret under its name',
    pattern:
      /\b\w*(?:[sS]ecret|SECRET|[pP]assword|PASSWORD|[aA]pi_?[kK]ey|API_KEY|[tT]oken|TOKEN)\b["']?\s*[:=]\s*["'](?=[^"']*\d)(?=[^"']*[A-Z])(?=[^"']*[a-z])[\w+/=-]{32,}["']/,
  },
];

/** The kinds of secret in a line, each once. */
export function secretsIn(line: string): readonly string[] {
  return rules.filter(({ pattern }) => pattern.test(line)).map(({ what }) => what);
}
