import { describe, expect, it } from 'vitest';
import { createPushMenu, type PushPorts } from './push-menu.ts';

type Row = Awaited<ReturnType<PushPorts<string>['store']['read']>>;

/** A phone whose parts are plain values, and what it said to its office. */
function phone() {
  const at = {
    support: 'yes' as 'yes' | 'install-first' | 'unsupported',
    permission: 'default' as 'granted' | 'denied' | 'default',
    answer: 'granted' as 'granted' | 'denied' | 'default',
    subscription: null as string | null,
    key: 'key-1' as string | null | undefined,
    put: 'put' as 'put' | 'sign-in-needed' | 'refused' | 'no-answer',
    row: null as Row,
    accountId: 'siti' as string | null,
    says: 'Ada kabar',
    nowMs: 1_000_000_000,
  };
  const said: string[] = [];
  const menu = createPushMenu<string>({
    browser: {
      support: () => at.support,
      permission: () => at.permission,
      async ask() {
        said.push('ask');
        at.permission = at.answer;
        return at.permission;
      },
      current: async () => at.subscription,
      async subscribe(serverKey) {
        at.subscription = `for ${serverKey}`;
        return at.subscription;
      },
      async unsubscribe() {
        at.subscription = null;
      },
    },
    office: {
      key: async () => at.key,
      async put(id, subscription) {
        said.push(`put ${id} ${subscription}`);
        return at.put;
      },
      messages: async () => true,
      setMessages: async (wanted) => wanted,
      async remove(id) {
        said.push(`remove ${id}`);
      },
    },
    store: {
      read: async () => at.row,
      async keep(row) {
        at.row = row;
        return true;
      },
    },
    accountId: async () => at.accountId,
    says: () => at.says,
    newId: () => 'id-1',
    nowMs: () => at.nowMs,
  });
  return { at, said, menu };
}

async function woken() {
  const made = phone();
  expect(await made.menu.turnOn()).toBe('on');
  made.said.splice(0);
  return made;
}

describe('being told of news', () => {
  it('is asked for by a press and never before', async () => {
    const { at, said, menu } = phone();
    expect(await menu.state()).toBe('off');
    await menu.follow(true);
    expect(said).toEqual([]);
    expect(await menu.turnOn()).toBe('on');
    expect(said).toEqual(['ask', 'put id-1 for key-1']);
    expect(at.row).toMatchObject({ id: 'id-1', ownerId: 'siti', serverKey: 'key-1', says: 'Ada kabar' });
    expect(await menu.state()).toBe('on');
  });

  it.each([
    ['install-first', { support: 'install-first' }],
    ['unsupported', { support: 'unsupported' }],
    ['refused', { permission: 'denied' }],
    ['sign-in-needed', { accountId: null }],
    ['not-offered', { key: null }],
    ['signal-needed', { key: undefined }],
  ] as const)('says why it is not: %s', async (state, more) => {
    const { at, menu } = phone();
    Object.assign(at, more);
    expect(await menu.state()).toBe(state);
  });

  it.each([
    ['refused', { answer: 'denied' }],
    ['off', { answer: 'default' }],
    ['failed', { put: 'refused' }],
    ['signal-needed', { put: 'no-answer' }],
    ['sign-in-needed', { put: 'sign-in-needed' }],
  ] as const)('leaves nothing behind when it comes to %s', async (state, more) => {
    const { at, menu } = phone();
    Object.assign(at, more);
    expect(await menu.turnOn()).toBe(state);
    expect([at.row, at.subscription]).toEqual([null, null]);
  });

  it('asks nobody about messages while nobody is signed in', async () => {
    const { at, menu } = phone();
    expect(await menu.messages()).toBe(true);
    at.accountId = null;
    expect(await menu.messages()).toBeNull();
  });

  it('ends at the office and in the browser when it is turned off', async () => {
    const { at, said, menu } = await woken();
    expect(await menu.turnOff()).toBe('off');
    expect([at.row, at.subscription, said]).toEqual([null, null, ['remove id-1']]);
  });

  it.each([[null], ['budi']])(
    'ends here when %s uses the phone; at the office it went with the session',
    async (who) => {
      const { at, said, menu } = await woken();
      at.accountId = who;
      await menu.follow(false);
      expect([at.row, at.subscription, said]).toEqual([null, null, []]);
    },
  );

  it('is put in again once a day, after a new sign-in, and when the browser has lost it', async () => {
    const { at, said, menu } = await woken();
    await menu.follow(false);
    expect(said).toEqual([]);
    await menu.follow(true);
    at.subscription = null;
    await menu.follow(false);
    at.nowMs += 24 * 60 * 60 * 1000;
    at.key = 'key-2';
    await menu.follow(false);
    expect(said).toEqual(['put id-1 for key-1', 'put id-1 for key-1', 'put id-1 for key-2']);
    expect(at.row).toMatchObject({ serverKey: 'key-2', renewedAtMs: at.nowMs });
  });

  it('speaks the language that is chosen later', async () => {
    const { at, menu } = await woken();
    at.says = 'There is news';
    await menu.follow(false);
    expect(at.row).toMatchObject({ says: 'There is news' });
  });

  it('lets go of what nobody has put in, and of what the person has forbidden', async () => {
    const left = phone();
    left.at.subscription = 'of somebody';
    await left.menu.follow(false);
    expect(left.at.subscription).toBeNull();
    const { at, menu } = await woken();
    at.permission = 'denied';
    await menu.follow(false);
    expect([at.row, at.subscription]).toEqual([null, null]);
  });
});
