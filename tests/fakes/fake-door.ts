import type { AccountDoor, AskedCode, SessionLine } from '#services/menu-account.ts';
import type { FakeWorld } from './fake-menu.ts';

export function fakeCode(nowMs: number): AskedCode {
  return { requestId: 'r', phone: '+6281200000001', expiresAtMs: nowMs + 600_000, resendAtMs: nowMs + 45_000 };
}

export function fakeSessions(nowMs: number): readonly SessionLine[] {
  return [
    {
      id: 's1',
      device: 'Chrome, Android',
      deviceId: 'd1',
      current: true,
      isNew: false,
      sendsOnly: false,
      lastSeenAtMs: nowMs - 60_000,
    },
    {
      id: 's2',
      device: 'Samsung Internet, Android',
      deviceId: 'd2',
      current: false,
      isNew: true,
      sendsOnly: false,
      lastSeenAtMs: nowMs - 7_200_000,
    },
    {
      id: 's3',
      device: '',
      deviceId: null,
      current: false,
      isNew: false,
      sendsOnly: true,
      lastSeenAtMs: nowMs - 9 * 86_400_000,
    },
  ];
}

/** Any code fits, unless the world says otherwise. */
export function fakeDoor(world: FakeWorld): AccountDoor {
  const endBut = (keeps: (session: SessionLine) => boolean) => {
    if (world.profile.kind === 'read')
      world.profile = { ...world.profile, sessions: world.profile.sessions.filter(keeps) };
    return Promise.resolve({ kind: 'ended' } as const);
  };
  return {
    waitingFor: () => world.waitingFor,
    forgetCode() {
      world.waitingFor = null;
    },
    askCode(phone, purpose) {
      const { codeAsked } = world;
      if (codeAsked.kind !== 'sent') return Promise.resolve(codeAsked);
      const asked = { ...codeAsked.asked, phone };
      if (purpose === 'sign-in') world.waitingFor = asked;
      return Promise.resolve({ kind: 'sent', asked });
    },
    enter() {
      if (world.signInResult.kind === 'signed-in') world.account.set({ accountId: 'warga-1', name: 'KANARI SATU' });
      return Promise.resolve(world.signInResult);
    },
    officialSignIn: () => Promise.resolve(world.officialSignIn),
    comeIn: () => Promise.resolve({ kind: 'sign-in-needed' }),
    sendsOn: () => Promise.resolve(true),
    signOut() {
      world.account.set(null);
      return Promise.resolve({ kind: 'signed-out', goTo: null });
    },
    profile: () => Promise.resolve(world.profile),
    endSession: (id) => endBut((session) => session.id !== id),
    endOtherSessions: () => endBut(({ current }) => current),
    orderWipe: (deviceId) => endBut((session) => session.deviceId !== deviceId),
    changeNumber: () => Promise.resolve({ kind: 'changed' }),
  };
}
