import type { PasskeyOutput, Passkeys } from '#services/lock/lock-ports.ts';

type Bytes = PasskeyOutput['output'];

/**
 * The phone's own authenticator (fingerprint, face, the phone's PIN) and its pseudo-random function:
 * https://www.w3.org/TR/webauthn-3/#prf-extension. The secret never leaves the authenticator, so none of this needs the
 * office, or signal.
 */
export const browserPasskeys: Passkeys = {
  async isOffered() {
    if (!('PublicKeyCredential' in window)) return false;
    return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
  },

  async make(salt) {
    const made = await navigator.credentials
      .create({
        publicKey: {
          rp: { id: location.hostname, name: 'Ajukan' },
          // About nobody: the credential opens this app on this phone and is known nowhere else.
          user: { id: random(), name: 'Ajukan', displayName: 'Ajukan' },
          challenge: random(),
          pubKeyCredParams: [
            { type: 'public-key', alg: -7 },
            { type: 'public-key', alg: -257 },
          ],
          authenticatorSelection: {
            authenticatorAttachment: 'platform',
            userVerification: 'required',
            residentKey: 'discouraged',
          },
          extensions: { prf: { eval: { first: salt } } },
        },
      })
      .catch(() => null);
    const found = outputOf(made);
    if (found !== null || !isPublicKey(made)) return found;
    // Some tell that they can, and answer only when they are asked.
    if (made.getClientExtensionResults().prf?.enabled !== true) return null;
    return browserPasskeys.ask(new Uint8Array(made.rawId), salt);
  },

  async ask(credentialId, salt) {
    const given = await navigator.credentials
      .get({
        publicKey: {
          challenge: random(),
          rpId: location.hostname,
          allowCredentials: [{ type: 'public-key', id: credentialId, transports: ['internal'] }],
          userVerification: 'required',
          extensions: { prf: { eval: { first: salt } } },
        },
      })
      .catch(() => null);
    return outputOf(given);
  },
};

function isPublicKey(credential: Credential | null): credential is PublicKeyCredential {
  return credential !== null && 'rawId' in credential;
}

function outputOf(credential: Credential | null): PasskeyOutput | null {
  if (!isPublicKey(credential)) return null;
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return null;
  const output = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first);
  return output.length === 32 ? { credentialId: new Uint8Array(credential.rawId), output: copied(output) } : null;
}

function copied(bytes: Uint8Array): Bytes {
  return Uint8Array.from(bytes);
}

function random(): Bytes {
  return crypto.getRandomValues(new Uint8Array(32));
}
