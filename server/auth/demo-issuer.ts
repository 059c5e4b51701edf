import { createHash, timingSafeEqual } from 'node:crypto';
import type { Post } from '#domain/office/office.ts';
import type { Role } from './authenticator.ts';
import type { SignInLimit } from './sign-in-limit.ts';

export interface DemoAccount {
  readonly accountId: string;
  /** Looks like a mobile number. */
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Of an official. */
  readonly posts?: readonly Post[] | undefined;
  /** Six digits, made at the first start. */
  readonly code: string;
}

export type DemoCheck =
  | { readonly kind: 'right'; readonly account: DemoAccount }
  /** Unknown login or wrong code: it never says which. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many'; readonly retryAfterMs: number };

export interface DemoDoor {
  check(login: string, code: string, address: string, nowMs: number): Promise<DemoCheck>;
  readonly byId: ReadonlyMap<string, DemoAccount>;
}

/** Known accounts with a code each: for trying out, and for officials until another issuer knows them. */
export function demoDoor(accounts: readonly DemoAccount[], limit: SignInLimit): DemoDoor {
  const byLogin = new Map(accounts.map((account) => [plainLogin(account.login), account]));
  const inTurn = turnsByName();

  async function check(plain: string, code: string, address: string, nowMs: number): Promise<DemoCheck> {
    const account = byLogin.get(plain);
    // Compared in any case, so that an unknown login takes as long as a wrong code.
    const fits = sameText(code.trim(), account?.code ?? '------');
    // Asked in the same way of a right code: who is stopped can't tell one by the time that it takes.
    const stopped = await limit.look(plain, address, nowMs);
    if (stopped !== null) return { kind: 'too-many', retryAfterMs: stopped.retryAfterMs };
    if (!fits || account === undefined) {
      const refused = await limit.failed(plain, address, nowMs);
      return refused === null ? { kind: 'wrong' } : { kind: 'too-many', retryAfterMs: refused.retryAfterMs };
    }
    return { kind: 'right', account };
  }

  return {
    byId: new Map(accounts.map((account) => [account.accountId, account])),
    // Many guesses at once would all look before the first of them is counted, and one may be right.
    check: (login, code, address, nowMs) => {
      const plain = plainLogin(login);
      return inTurn(plain, () => check(plain, code, address, nowMs));
    },
  };
}

/** Work of the same name goes one after the other. */
function turnsByName(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = last.get(name);
    const mine = before === undefined ? work() : before.then(work, work);
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}

/** "0812-0000-0001", "+62 812 0000 0001" and "081200000001" are one login. */
function plainLogin(login: string): string {
  return login
    .slice(0, 100)
    .replaceAll(/[\s.()-]/g, '')
    .replace(/^\+?62(?=8)/, '0');
}

function sameText(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
}
