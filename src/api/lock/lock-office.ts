import type { Bytes } from '#domain/sealing/primitives.ts';
import { isRecord } from '#lib/is-record.ts';
import { fromBase64url, toBase64url } from '../base64url.ts';
import { classify } from '../classify.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from '../http-client.ts';

interface ShareAddress {
  readonly deviceId: string;
  readonly shareId: string;
}
interface RecoveryAddress {
  readonly deviceId: string;
  readonly id: string;
}

/** What an office keeps of locks. */
export function createLockOffice(
  http: HttpClient,
  nowMs: () => number,
  openAnswer: (key: object, jwe: unknown) => Promise<Bytes | undefined>,
) {
  const sharePath = ({ deviceId, shareId }: ShareAddress) => `/v1/me/devices/${deviceId}/lock-shares/${shareId}`;
  const recoveryPath = ({ deviceId, id }: RecoveryAddress) => `/v1/me/devices/${deviceId}/lock-recoveries/${id}`;

  async function ask<T>(request: HttpRequest, accept: (answer: HttpAnswer) => T | undefined) {
    const answer = await http.send(request, new AbortController().signal);
    const outcome = classify(answer, 'resource', nowMs(), accept);
    switch (outcome.kind) {
      case 'ok':
      case 'sign-in-needed':
        return outcome;
      case 'refused':
        return {
          kind: 'refused',
          status: outcome.status,
          body: answer.kind === 'answer' ? answer.body : null,
        } as const;
      default:
        return { kind: 'no-signal' } as const;
    }
  }
  const put = <T>(target: string, body: object, accept: (answer: HttpAnswer) => T | undefined) =>
    ask({ method: 'PUT', target, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }, accept);
  const drop = async (target: string): Promise<void> => {
    await http.send({ method: 'DELETE', target }, new AbortController().signal);
  };

  return {
    async keepsShares(): Promise<boolean | null> {
      const said = await ask({ method: 'GET', target: '/.well-known/public-service-sync' }, members);
      const features = said.kind === 'ok' ? said.value['features'] : undefined;
      return Array.isArray(features) ? features.includes('lock-shares') : null;
    },

    async putShare(address: ShareAddress, share: Bytes, proof: Bytes) {
      const body = { share: toBase64url(share), proof: toBase64url(proof) };
      const said = await put(sharePath(address), body, members);
      return said.kind === 'ok' ? ({ kind: 'kept' } as const) : said;
    },

    async tryShare(address: ShareAddress, tryId: string, proof: Bytes) {
      const body = { proof: toBase64url(proof) };
      const said = await put(`${sharePath(address)}/tries/${tryId}`, body, (answer) =>
        bytesIn(members(answer)?.['share']),
      );
      if (said.kind === 'ok') return { kind: 'given', share: said.value } as const;
      if (said.kind !== 'refused') return said;
      const triesLeft = said.status === 422 ? triesLeftIn(said.body) : undefined;
      return triesLeft === undefined ? ({ kind: 'closed' } as const) : ({ kind: 'wrong-pin', triesLeft } as const);
    },

    dropShare: (address: ShareAddress) => drop(sharePath(address)),

    async askRecovery(
      address: RecoveryAddress,
      { lockId, jwe, answerTo }: { readonly lockId: string; readonly jwe: string; readonly answerTo: object },
    ) {
      const body = { lockId, wrap: JSON.parse(jwe) as unknown, answerTo };
      const said = await put(recoveryPath(address), body, members);
      return said.kind === 'ok' ? ({ kind: 'asked' } as const) : said;
    },

    async readRecovery(address: RecoveryAddress, key: object) {
      const said = await ask({ method: 'GET', target: recoveryPath(address) }, members);
      if (said.kind !== 'ok') return said;
      if (said.value['state'] === 'asked') return { kind: 'asked' } as const;
      const vaultKey = said.value['state'] === 'answered' ? await openAnswer(key, said.value['answer']) : undefined;
      return vaultKey === undefined ? ({ kind: 'refused' } as const) : ({ kind: 'answered', vaultKey } as const);
    },

    dropRecovery: (address: RecoveryAddress) => drop(recoveryPath(address)),
  };
}

function members({ mediaType, body }: HttpAnswer) {
  return mediaType === 'application/json' && isRecord(body) ? body : undefined;
}

function bytesIn(value: unknown): Bytes | undefined {
  if (typeof value !== 'string' || !/^[\w-]{43}$/.test(value)) return undefined;
  return fromBase64url(value);
}

function triesLeftIn(problem: unknown): number | undefined {
  const errors: unknown = isRecord(problem) ? problem['errors'] : undefined;
  const params: unknown = Array.isArray(errors) && isRecord(errors[0]) ? errors[0]['params'] : undefined;
  const left = isRecord(params) ? params['triesLeft'] : undefined;
  return typeof left === 'number' && left > 0 ? left : undefined;
}
