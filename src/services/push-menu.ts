/** Being told of news with the app closed (Web Push). */
export type NewsState =
  | 'on'
  | 'off'
  /** The person has said no to the browser: only its own settings change that. */
  | 'refused'
  /** An iPhone wakes only what stands on its home screen. */
  | 'install-first'
  | 'unsupported'
  /** This office wakes nobody. */
  | 'not-offered'
  | 'sign-in-needed'
  | 'signal-needed'
  /** The browser, or the office, would not. */
  | 'failed';

export interface PushMenu {
  /** Asks the person nothing. */
  state(): Promise<NewsState>;
  /** From a press only: the browser asks the person, the first time. */
  turnOn(): Promise<NewsState>;
  turnOff(): Promise<NewsState>;
  /** Whether short messages come where no phone is woken; null: the office sends none, or can't be asked. */
  messages(): Promise<boolean | null>;
  /** @returns what is chosen now; null when the office has not taken it */
  setMessages(wanted: boolean): Promise<boolean | null>;
  /**
   * Whoever uses the phone now: what another had put in ends, and what is theirs is put in anew when it is old, made for
   * a key that the office has no more, or `isNewSession`. Says nothing, asks nothing.
   */
  follow(isNewSession: boolean): Promise<void>;
}

interface Row {
  readonly id: string;
  readonly ownerId: string;
  readonly serverKey: string;
  readonly says: string;
  readonly renewedAtMs: number;
}

export interface PushPorts<Subscription> {
  readonly browser: {
    support(): 'yes' | 'install-first' | 'unsupported';
    permission(): 'granted' | 'denied' | 'default';
    ask(): Promise<'granted' | 'denied' | 'default'>;
    /** The one that is there. */
    current(): Promise<Subscription | null>;
    /** For this key and no other; null when the browser would not. */
    subscribe(serverKey: string): Promise<Subscription | null>;
    unsubscribe(): Promise<void>;
  };
  readonly office: {
    key(): Promise<string | null | undefined>;
    put(
      id: string,
      subscription: Subscription,
      serverKey: string,
    ): Promise<'put' | 'sign-in-needed' | 'refused' | 'no-answer'>;
    remove(id: string): Promise<void>;
    messages(): Promise<boolean | null>;
    setMessages(wanted: boolean): Promise<boolean | null>;
  };
  readonly store: { read(): Promise<Row | null>; keep(row: Row | null): Promise<boolean> };
  readonly accountId: () => Promise<string | null>;
  /** In the language that is spoken now. */
  readonly says: () => string;
  /** UUIDs of version 7. */
  readonly newId: () => string;
  readonly nowMs: () => number;
}

const renewAfterMs = 24 * 60 * 60 * 1000;

export function createPushMenu<Subscription>(ports: PushPorts<Subscription>): PushMenu {
  const { browser, office, store } = ports;
  let knownKey: string | null | undefined;

  async function keyNow(): Promise<string | null | undefined> {
    return (knownKey ??= await office.key());
  }

  /** What this browser says of itself, before anything of the office or the person is asked. */
  function refusal(): NewsState | null {
    const support = browser.support();
    if (support !== 'yes') return support;
    return browser.permission() === 'denied' ? 'refused' : null;
  }

  async function forget(row: Row | null): Promise<void> {
    await store.keep(null);
    if (browser.support() === 'yes') await browser.unsubscribe();
    if (row !== null && row.ownerId === (await ports.accountId())) await office.remove(row.id);
  }

  /** Puts it in, under the id that it has or a new one. */
  async function putIn(ownerId: string, serverKey: string, id: string): Promise<NewsState> {
    const subscription = await browser.subscribe(serverKey);
    if (subscription === null) return 'failed';
    const put = await office.put(id, subscription, serverKey);
    if (put !== 'put') return put === 'refused' ? 'failed' : put === 'no-answer' ? 'signal-needed' : put;
    const isKept = await store.keep({ id, ownerId, serverKey, says: ports.says(), renewedAtMs: ports.nowMs() });
    return isKept ? 'on' : 'failed';
  }

  return {
    async state() {
      const refused = refusal();
      if (refused !== null) return refused;
      const accountId = await ports.accountId();
      if (accountId === null) return 'sign-in-needed';
      const row = await store.read();
      const isOn = row?.ownerId === accountId && browser.permission() === 'granted';
      if (isOn && (await browser.current()) !== null) return 'on';
      const key = await keyNow();
      if (key === undefined) return 'signal-needed';
      return key === null ? 'not-offered' : 'off';
    },
    async turnOn() {
      const unsupported = browser.support();
      if (unsupported !== 'yes') return unsupported;
      // First of all: a browser lets us ask only in the moment of the press.
      const permission = await browser.ask();
      if (permission !== 'granted') return permission === 'denied' ? 'refused' : 'off';
      const accountId = await ports.accountId();
      if (accountId === null) return 'sign-in-needed';
      const key = await keyNow();
      if (key === undefined) return 'signal-needed';
      if (key === null) return 'not-offered';
      const state = await putIn(accountId, key, ports.newId());
      // What the office does not know of wakes nobody, and the browser would say that it does.
      if (state !== 'on') await browser.unsubscribe();
      return state;
    },
    async turnOff() {
      await forget(await store.read());
      return refusal() ?? 'off';
    },
    messages: async () => ((await ports.accountId()) === null ? null : office.messages()),
    setMessages: (wanted) => office.setMessages(wanted),
    async follow(isNewSession) {
      if (browser.support() !== 'yes') return;
      const row = await store.read();
      const accountId = await ports.accountId();
      const subscription = await browser.current();
      if (row === null) {
        // Of one that has left, or that a crash has cut off.
        if (subscription !== null) await browser.unsubscribe();
        return;
      }
      if (row.ownerId !== accountId || browser.permission() !== 'granted') return forget(row);
      if (row.says !== ports.says()) await store.keep({ ...row, says: ports.says() });
      const isFresh = Math.abs(ports.nowMs() - row.renewedAtMs) < renewAfterMs;
      if (isFresh && subscription !== null && !isNewSession) return;
      const key = await office.key();
      if (key === undefined) return;
      if (key === null) return forget(row);
      await putIn(accountId, key, row.id);
    },
  };
}
