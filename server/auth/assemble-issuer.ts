import { Role } from '#contract/schemas.ts';
import { readPhone } from '#domain/identity/phone.ts';
import type { AccountStore, StoredAccount } from '../stores/account-store.ts';
import type { CodeStore } from '../stores/code-store.ts';
import type { SessionStore } from '../stores/session-store.ts';
import type { AuthKeys } from './auth-keys.ts';
import type { Authenticator, KnownAccount } from './authenticator.ts';
import type { CodeGateway } from './code-gateway.ts';
import { type CodeCaps, usualCaps } from './code-rules.ts';
import { type DemoAccount, type DemoDoor, demoDoor } from './demo-issuer.ts';
import type { Issuer } from './issuer.ts';
import { oneTimeCodes } from './one-time-codes.ts';
import { referenceIssuer } from './reference-issuer.ts';
import type { SessionCookie } from './session-cookie.ts';
import { sessions } from './sessions.ts';
import type { SignInLimit } from './sign-in-limit.ts';

export interface IssuerSettings {
  /** Of a secret that is the same for all servers of one database. */
  readonly keys: AuthKeys;
  readonly demoAccounts: readonly DemoAccount[];
  /** Null: no code can be sent, and citizens can't sign in by number. */
  readonly gateway: CodeGateway | null;
  readonly codesPerDay: number;
  /** Absent: the usual ones. */
  readonly codeCaps?: CodeCaps;
  readonly publicOrigin: string;
  /** People come from a provider of the office's own, too. Without it, who came from one before comes in no more. */
  readonly hasProvider: boolean;
}

export interface IssuerStores {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly codes: CodeStore;
}

export interface IssuerSurroundings {
  readonly cookie: SessionCookie;
  readonly limit: SignInLimit;
  /** For the operator; never a number, a code or a token. */
  readonly alarm: (event: string, facts?: Readonly<Record<string, number | string>>) => void;
  nowMs(): number;
}

export interface KnownAccounts {
  /** As what somebody may sign in today; null for one that may not. */
  knownAs(accountId: string): Promise<KnownAccount | null>;
}

/** The reference issuer with all of its parts. */
export function assembleIssuer(
  settings: IssuerSettings,
  stores: IssuerStores,
  { cookie, limit, alarm, nowMs }: IssuerSurroundings,
): Authenticator & Issuer & KnownAccounts {
  const { gateway, publicOrigin, keys, hasProvider } = settings;
  const demo = demoDoor(settings.demoAccounts, limit);
  const codes =
    gateway === null
      ? null
      : {
          gateway,
          codes: oneTimeCodes({
            store: stores.codes,
            keys,
            gateway,
            publicOrigin,
            dailyBudget: settings.codesPerDay,
            caps: settings.codeCaps ?? usualCaps,
            alarm,
            nowMs,
          }),
        };
  const knownAs = (accountId: string) => knownAccount(stores.accounts, demo, hasProvider, accountId);
  const issuer = referenceIssuer({
    accounts: stores.accounts,
    sessionStore: stores.sessions,
    sessions: sessions({
      store: stores.sessions,
      keys,
      accountOf: knownAs,
      onReuse: () => alarm('session ended: a replaced token was used again'),
      nowMs,
    }),
    codes,
    demo,
    cookie,
    nowMs,
  });
  return { ...issuer, knownAs };
}

/** Who is named by the operator is what the operator says today; everybody else applies for services. */
async function knownAccount(
  accounts: AccountStore,
  demo: DemoDoor,
  hasProvider: boolean,
  accountId: string,
): Promise<KnownAccount | null> {
  const named = demo.byId.get(accountId);
  if (named !== undefined) return { accountId, name: named.name, roles: named.roles, posts: named.posts ?? [] };
  const stored = await accounts.find(accountId);
  if (stored?.origin === 'provider') return hasProvider ? providedAccount(stored) : null;
  return stored?.origin === 'phone' ? { accountId, name: stored.name, roles: ['pemohon'], posts: [] } : null;
}

/** As the provider named them when they signed in last; null for who has no task any more. */
function providedAccount({ id, name, roles, posts }: StoredAccount): KnownAccount | null {
  const known = roles.flatMap((role) => Role.safeParse(role).data ?? []);
  return known.length === 0 ? null : { accountId: id, name, roles: known, posts };
}

/** Citizens among the operator's accounts may also come by their number; whoever works for an office may not. */
export function putDemoAccounts(
  accounts: AccountStore,
  demoAccounts: readonly DemoAccount[],
  nowMs: number,
): Promise<void> {
  return accounts.put(
    demoAccounts.map(({ accountId, login, name, roles }) => ({
      id: accountId,
      phone: roles.every((role) => role === 'pemohon') ? readPhone(login) : null,
      name,
      roles,
    })),
    nowMs,
  );
}
