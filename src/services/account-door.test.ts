import { describe, expect, it } from 'vitest';
import { createAccountDoor } from './account-door.ts';
import type { DoorGate } from './door-ports.ts';
import type { AskedCode } from './menu-account.ts';
import type { Stored } from './ports.ts';

const account = { accountId: 'warga-1', name: 'KANARI SATU' };
const code: AskedCode = { requestId: 'r', phone: '+6281299990001', expiresAtMs: 600_000, resendAtMs: 60_000 };

interface Phone {
  readonly stored?: Stored;
  readonly lock?: 'held-elsewhere' | 'unavailable' | null;
  readonly waits?: AskedCode | null;
  readonly whoIsIn?: Awaited<ReturnType<DoorGate['whoAmI']>>;
}

const cameIn = { kind: 'signed-in', account } as const;

function phone({ stored = { kind: 'stored' }, lock = null, waits = code, whoIsIn = cameIn }: Phone) {
  const done: string[] = [];
  const did = (what: string) => void done.push(what);
  let asked = waits;
  let nowMs = 0;
  const door = createAccountDoor({
    store: {
      readAccount: async () => account,
      signIn: async () => (did('store.signIn'), stored),
      signOut: async () => (did('store.signOut'), stored),
    },
    gate: {
      askCode: async (_phone, _purpose, deviceId) => (
        did(`office.askCode ${String(deviceId)}`), { kind: 'sent', asked: code }
      ),
      enter: async () => (did('office.enter'), { kind: 'signed-in', account }),
      officialSignIn: async () => '/v1/auth/oidc',
      whoAmI: async () => (did('office.whoAmI'), whoIsIn),
      signOut: async () => (did('office.signOut'), null),
      profile: async () => ({
        kind: 'read',
        accountId: whoIsIn.kind === 'signed-in' ? whoIsIn.account.accountId : '',
        phone: code.phone,
        sessions: [],
        lost: [],
      }),
      endSession: async () => (did('office.end'), { kind: 'ended' }),
      endOtherSessions: async () => (did('office.end'), { kind: 'ended' }),
      orderWipe: async () => (did('office.order'), { kind: 'ended' }),
      changeNumber: async () => (did('office.changeNumber'), { kind: 'changed', account }),
    },
    asked: {
      read: () => asked,
      keep(next) {
        asked = next;
      },
    },
    deviceId: async () => 'device',
    exclusively: async (work) => lock ?? (await work()),
    tickets: {
      renew: async (why) => did(`tickets.renew ${why}`),
      isHeld: async () => true,
      takeBack: async () => async () => did('tickets.giveBack'),
    },
    poke: () => did('poke'),
    tellOthers: () => did('tellOthers'),
    nowMs: () => nowMs,
    newId: () => 'new',
  });
  return {
    door,
    done,
    asked: () => asked,
    at(ms: number) {
      nowMs = ms;
    },
  };
}
const full: Stored = { kind: 'failed', reason: 'quota' };

describe('signing in and out', () => {
  it('names the same person at the office and on the phone, then sends, and lets the other tabs send', async () => {
    const { door, done, asked } = phone({});
    expect(await door.enter('123456')).toEqual({ kind: 'signed-in' });
    expect(done).toEqual(['office.enter', 'store.signIn', 'tellOthers', 'poke', 'tickets.renew signed-in']);
    expect(asked()).toBeNull();
  });

  it('never leaves a session at the office that the phone could not note down', async () => {
    const { door, done, asked } = phone({ stored: full });
    expect(await door.enter('123456')).toEqual({ kind: 'not-stored' });
    expect(done).toEqual(['office.enter', 'store.signIn', 'office.signOut']);
    expect(asked()).toEqual(code);
  });

  it('never ends the session of a person whom the phone still shows as signed in', async () => {
    const { door, done } = phone({ stored: full });
    expect(await door.signOut('stays')).toEqual({ kind: 'not-stored' });
    expect(done).toEqual(['store.signOut']);
  });

  it.each([
    ['unavailable', 'not-stored'],
    ['held-elsewhere', 'in-use'],
  ] as const)('says why nothing has changed when the outbox is %s', async (lock, kind) => {
    const { door, done } = phone({ lock });
    expect(await door.enter('123456')).toEqual({ kind });
    expect(await door.signOut('stays')).toEqual({ kind });
    expect(done).toEqual([]);
  });
});

describe('coming back from where officers sign in', () => {
  it('is the same as coming in by a code', async () => {
    const { door, done } = phone({});
    expect(await door.officialSignIn()).toBe('/v1/auth/oidc');
    expect(await door.comeIn()).toEqual({ kind: 'signed-in' });
    expect(done).toEqual(['office.whoAmI', 'store.signIn', 'tellOthers', 'poke', 'tickets.renew signed-in']);
  });

  it('leaves no session behind that the phone could not note down, and changes nothing for who was not let in', async () => {
    const unsaved = phone({ stored: full });
    expect(await unsaved.door.comeIn()).toEqual({ kind: 'not-stored' });
    expect(unsaved.done).toEqual(['office.whoAmI', 'store.signIn', 'office.signOut']);
    const nobody = phone({ whoIsIn: { kind: 'sign-in-needed' } });
    expect(await nobody.door.comeIn()).toEqual({ kind: 'sign-in-needed' });
    expect(nobody.done).toEqual(['office.whoAmI']);
    expect(await phone({ lock: 'held-elsewhere' }).door.comeIn()).toEqual({ kind: 'in-use' });
  });
});

describe('leaving', () => {
  it('lets what waits go out all the same, or gives back what it would go by', async () => {
    const goes = phone({});
    await goes.door.signOut('still-goes');
    expect(goes.done).toEqual(['store.signOut', 'office.signOut', 'poke']);
    const stays = phone({});
    await stays.door.signOut('stays');
    expect(stays.done).toEqual(['store.signOut', 'tickets.giveBack', 'office.signOut']);
  });
});

describe('the code that is waited for', () => {
  it('outlasts the page, and is forgotten when it is too old, when the clock was set, and when it was used', async () => {
    const { door, at } = phone({});
    expect(door.waitingFor()).toEqual(code);
    at(600_000);
    expect(door.waitingFor()).toBeNull();
    expect(await door.enter('123456')).toEqual({ kind: 'expired' });
    at(-1_000_000);
    expect(door.waitingFor()).toBeNull();
    at(0);
    // The number is gone from the phone, whatever the clock says later.
    expect(door.waitingFor()).toBeNull();
    await door.signOut('stays');
    expect(door.waitingFor()).toBeNull();
  });

  it('is kept when it was asked for to sign in, and not when it changes the number', async () => {
    const { door, asked, done } = phone({ waits: null });
    await door.askCode(code.phone, 'change-number');
    expect(asked()).toBeNull();
    await door.askCode(code.phone, 'sign-in');
    expect(asked()).toEqual(code);
    door.forgetCode();
    expect(asked()).toBeNull();
    expect(done).toEqual(['office.askCode device', 'office.askCode device']);
  });
});

it('a changed number is what the phone calls the account from then on', async () => {
  const { door, done } = phone({});
  expect(await door.changeNumber({ asked: code, code: '1' }, null)).toEqual({ kind: 'changed' });
  expect(done).toEqual(['office.whoAmI', 'office.changeNumber', 'store.signIn']);
});

describe('with the session of somebody whose code was taken, and the answer lost on the way', () => {
  it('nothing of theirs is shown or done under the name on this phone', async () => {
    const other = { kind: 'signed-in', account: { accountId: 'warga-2', name: 'KANARI DUA' } } as const;
    const { door, done } = phone({ whoIsIn: other });
    const proof = { asked: code, code: '1' };
    const ends = [door.profile(), door.endSession('s'), door.endOtherSessions(), door.changeNumber(proof, null)];
    expect(await Promise.all(ends)).toEqual(ends.map(() => ({ kind: 'sign-in-needed' })));
    expect(done.filter((what) => what !== 'office.whoAmI')).toEqual([]);
  });

  it('whose phone it is sees and does what is theirs', async () => {
    const { door, done } = phone({});
    expect(await door.profile()).toMatchObject({ kind: 'read', phone: code.phone });
    expect(await door.endOtherSessions()).toEqual({ kind: 'ended' });
    expect(done).toEqual(['office.whoAmI', 'office.end']);
  });
});
