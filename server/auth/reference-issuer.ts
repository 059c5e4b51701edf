import { randomUUID } from 'node:crypto';
import type { AccountStore, StoredAccount } from '../stores/account-store.ts';
import type { SessionStore } from '../stores/session-store.ts';
import type { Authenticator } from './authenticator.ts';
import { type CodeGateway, numberChangedText } from './code-gateway.ts';
import type { DemoDoor } from './demo-issuer.ts';
import type { Caller, CodeProof, CodeRefusal, Issuer, NumberChange, SignIn } from './issuer.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import type { SessionCookie } from './session-cookie.ts';
import { freshMs } from './session-rules.ts';
import type { Sessions } from './sessions.ts';

export interface ReferenceIssuerParts {
  readonly accounts: AccountStore;
  readonly sessionStore: SessionStore;
  readonly sessions: Sessions;
  /** Null where nothing can send one. */
  readonly codes: { readonly codes: OneTimeCodes; readonly gateway: CodeGateway } | null;
  readonly demo: DemoDoor;
  readonly cookie: SessionCookie;
  nowMs(): number;
}

/** Signs citizens in by phone number and one-time code, and the accounts that the operator names by a code of their own. */
export function referenceIssuer(parts: ReferenceIssuerParts): Authenticator & Issuer {
  const { accounts, sessions, sessionStore, codes, demo, nowMs } = parts;

  async function signInByCode(proof: CodeProof, { device }: Caller): Promise<SignIn> {
    if (codes === null) return { kind: 'expired' };
    const { verdict, sessionId } = await codes.codes.guess(proof, 'sign-in', randomUUID());
    if (verdict !== 'right' && verdict !== 'again') return { kind: verdict };
    const account = await accounts.findOrCreate(proof.phone, randomUUID(), nowMs());
    if (!isCitizen(account)) return { kind: 'expired' };
    const { id } = account;
    // Null when it is in use already: then this is not somebody whose answer was lost.
    return (await sessions.open(sessionId, id, device)) ?? { kind: 'expired' };
  }

  async function changeNumber(
    who: { readonly accountId: string; readonly sessionId: string },
    newNumber: CodeProof,
    oldNumber: Omit<CodeProof, 'phone'> | null,
  ): Promise<NumberChange> {
    const [account, session] = await Promise.all([
      accounts.find(who.accountId),
      sessionStore.find(who.sessionId, nowMs()),
    ]);
    if (codes === null || account === undefined || session === undefined) return { kind: 'expired' };
    // A number lets in by code: who comes from the office's provider would go on coming in after leaving the office.
    if (!isCitizen(account)) return { kind: 'expired' };
    if (account.phone === newNumber.phone) return { kind: 'changed', account };
    const isYoung = nowMs() - session.createdAtMs <= freshMs;
    const ask = async (how: 'check' | 'guess', proof: CodeProof): Promise<CodeRefusal | null> => {
      const { verdict, sessionId } = await codes.codes[how](proof, 'change-number', who.sessionId);
      // A code that this session has just used may come again: with the other one mended, or after a lost answer.
      if (verdict === 'again') return sessionId === who.sessionId ? null : 'expired';
      return verdict === 'right' ? null : verdict;
    };
    const proofs: CodeProof[] = [newNumber];
    if (!isYoung && account.phone !== null) {
      // A wrong code is told where it was typed, not after a second one has come.
      if (oldNumber === null) return { kind: (await ask('check', newNumber)) ?? 'proof-needed' };
      proofs.unshift({ ...oldNumber, phone: account.phone });
    }
    for (const proof of proofs) {
      const refusal = await ask('guess', proof);
      if (refusal !== null) return { kind: refusal };
    }
    if ((await accounts.changePhone(account.id, newNumber.phone)) === 'in-use') return { kind: 'in-use' };
    if (account.phone !== null) {
      const text = numberChangedText;
      await codes.gateway.send({ kind: 'number-changed', id: randomUUID(), phone: account.phone, text });
    }
    return { kind: 'changed', account: { ...account, phone: newNumber.phone } };
  }

  return {
    authenticate: async ({ headers }) => {
      const bearer = bearerToken(headers);
      const via = bearer === undefined ? 'cookie' : 'bearer';
      const known =
        bearer === undefined
          ? await sessions.byCookie(parts.cookie.read(headers) ?? '')
          : await sessions.byAccess(bearer);
      if (known === null) return null;
      return { ...known.account, sessionId: known.session.id, via, renewal: known.renewal };
    },
    requestCode: codes === null ? null : (request, caller) => codes.codes.request(request, caller),
    signInByCode,
    signInByDemo: async (login, code, { address, device }) => {
      const checked = await demo.check(login, code, address, nowMs());
      if (checked.kind !== 'right') return checked;
      return (await sessions.open(randomUUID(), checked.account.accountId, device)) ?? { kind: 'wrong' };
    },
    signInByProvider: async (account, { device }) => {
      await accounts.putProvided(account, nowMs());
      return sessions.open(randomUUID(), account.accountId, device);
    },
    forgetProvided: (accountId) => accounts.withdrawProvided(accountId),
    refresh: (token) => sessions.refresh(token),
    revoke: (token) => sessions.revoke(token),
    accountOf: (accountId) => accounts.find(accountId),
    sessionsOf: (accountId) => sessionStore.list(accountId, nowMs()),
    endSession: (sessionId, accountId) => sessionStore.remove(sessionId, accountId),
    endOtherSessions: (accountId, keptId) => sessionStore.removeOthers(accountId, keptId),
    changeNumber,
  };
}

/** Who works for an office comes in by its provider, never by a number. */
function isCitizen({ origin, roles }: StoredAccount): boolean {
  return origin !== 'provider' && roles.every((role) => role === 'pemohon');
}

function bearerToken(headers: Headers): string | undefined {
  const header = headers.get('authorization');
  // A header that is no bearer token is an attempt that failed, not an invitation to look at the cookie.
  return header === null ? undefined : (/^bearer ([\w.~+/-]+=*)$/i.exec(header.trim())?.[1] ?? '');
}
