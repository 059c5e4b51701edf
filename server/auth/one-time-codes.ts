import { randomInt, randomUUID } from 'node:crypto';
import type { CodeStore, CodeVerdict, StoredCode } from '../stores/code-store.ts';
import { type AuthKeys, sameMac } from './auth-keys.ts';
import { type CodeGateway, codeText } from './code-gateway.ts';
import {
  budgetAlarm,
  type CodeCaps,
  codeLifetimeMs,
  codeTries,
  dayMs,
  judgeCodeRequest,
  resendAfterMs,
  sameAgainMs,
} from './code-rules.ts';
import type { Caller, CodeIssue, CodeProof, CodePurpose, CodeRequest } from './issuer.ts';

export interface OneTimeCodesParts {
  readonly store: CodeStore;
  readonly keys: AuthKeys;
  readonly gateway: CodeGateway;
  readonly publicOrigin: string;
  /** Codes in 24 hours, for all numbers together: what the office is ready to pay for. */
  readonly dailyBudget: number;
  readonly caps: CodeCaps;
  /** At 80 and at 100 percent of the budget, and when a code could not be sent. */
  readonly alarm: (event: string, facts: Readonly<Record<string, number | string>>) => void;
  nowMs(): number;
}

export interface OneTimeCodes {
  request(request: CodeRequest, caller: Caller): Promise<CodeIssue>;
  /** Uses a right code up for `sessionId`; resolves with what it was first used for. */
  guess(
    proof: CodeProof,
    purpose: CodePurpose,
    sessionId: string,
  ): Promise<{ readonly verdict: CodeVerdict; readonly sessionId: string }>;
  /** The same before it is needed: a wrong code counts, a right one is 'again' and stays unused. */
  check: OneTimeCodes['guess'];
}

export function oneTimeCodes(parts: OneTimeCodesParts): OneTimeCodes {
  const { store, keys, gateway, dailyBudget, nowMs } = parts;
  const numberMac = (phone: string) => keys.mac('number', phone);
  const codeMac = (requestId: string, purpose: CodePurpose, code: string) => keys.mac('code', requestId, purpose, code);

  async function request({ phone, purpose, deviceId }: CodeRequest, { address }: Caller): Promise<CodeIssue> {
    const requestId = randomUUID();
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    const stored = {
      id: requestId,
      numberMac: numberMac(phone),
      addressMac: keys.mac('address', address),
      // Who says nothing about the device is counted by number and address alone.
      deviceMac: deviceId === '' ? requestId : keys.mac('address', 'device', deviceId),
      codeMac: codeMac(requestId, purpose, code),
      expiresAtMs: nowMs() + codeLifetimeMs,
    };
    let totalBefore = 0;
    const refusal = await store.issue(
      stored,
      nowMs() - dayMs,
      (recent) => {
        totalBefore = recent.total;
        return judgeCodeRequest(recent, dailyBudget, nowMs(), parts.caps);
      },
      nowMs(),
    );
    if (refusal !== null) {
      if (refusal.limit === 'budget') parts.alarm('codes refused: the daily budget is used up', { dailyBudget });
      return { kind: 'too-many', retryAfterMs: refusal.retryAfterMs };
    }
    const percent = budgetAlarm(totalBefore, dailyBudget);
    if (percent !== null) parts.alarm('codes: budget of the day', { percent, dailyBudget });
    const text = codeText(code, codeLifetimeMs, parts.publicOrigin);
    if ((await gateway.send({ kind: 'code', id: requestId, phone, code, text })) === 'sent')
      return { kind: 'sent', requestId, lifetimeMs: codeLifetimeMs, resendAfterMs };
    parts.alarm('code not sent: the gateway did not take it', { requestId });
    return { kind: 'not-sent', retryAfterMs: resendAfterMs };
  }

  const guessing =
    (rightIs: CodeVerdict): OneTimeCodes['guess'] =>
    ({ requestId, phone, code }, purpose, sessionId) => {
      const guessed = { number: numberMac(phone), code: codeMac(requestId, purpose, code) };
      const judge = (stored: StoredCode): CodeVerdict => {
        const verdict = judgeGuess(stored, guessed, nowMs());
        return verdict === 'right' ? rightIs : verdict;
      };
      return store.guess(requestId, judge, sessionId, nowMs());
    };

  return { request, guess: guessing('right'), check: guessing('again') };
}

function judgeGuess(
  stored: StoredCode,
  guessed: { readonly number: string; readonly code: string },
  nowMs: number,
): CodeVerdict {
  const fits = sameMac(guessed.number, stored.numberMac) && sameMac(guessed.code, stored.codeMac);
  if (stored.usedAtMs !== null) return fits && nowMs - stored.usedAtMs <= sameAgainMs ? 'again' : 'expired';
  if (nowMs >= stored.expiresAtMs) return 'expired';
  if (stored.tries >= codeTries) return 'spent';
  return fits ? 'right' : 'wrong';
}
