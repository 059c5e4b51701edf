import { lockWays, type LockWay } from '#domain/lock/lock-row.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { lockWords } from '#i18n/sets/lock.ts';
import type { LockChanged } from '#services/lock/menu-lock.ts';
import type { LockSeen } from '#services/lock/use-lock.ts';
import { showToast } from '#ui/toast-store.ts';
import { NewSecretForm } from './new-secret-form.tsx';

/** The first lock of this account on this phone. */
export function SetUp({ seen }: { readonly seen: LockSeen }) {
  const { settings: words } = useMessages(lockWords);
  return (
    <NewSecretForm
      lock={seen.lock}
      ways={offeredWays(seen)}
      action={words.turnOn}
      note={(way) => recoveryNote(seen, way, words)}
      onSecret={(secret) => told(seen.lock.setUp(secret), seen, 'turnedOn')}
    />
  );
}

/** What is possible for who forgets it, with the way that is chosen. */
export function recoveryNote(
  { status }: LockSeen,
  way: LockWay,
  words: Readonly<Record<'officeRecovery' | 'recovery', string>>,
): string {
  if (status.kind !== 'none' && status.kind !== 'on') return words.recovery;
  const canOffice = status.kind === 'none' ? status.officeRecovers : status.recovery.kind !== 'none';
  return canOffice && (status.isOfficer || way === 'office-pin') ? words.officeRecovery : words.recovery;
}

/** A PIN of this phone alone holds off nobody who copies it: not enough for other people's papers. */
export function offeredWays({ offersPasskey, offersOfficePin, status }: LockSeen): readonly LockWay[] {
  const isOfficer = (status.kind === 'none' || status.kind === 'on') && status.isOfficer;
  const isOffered = { 'office-pin': offersOfficePin, pin: !isOfficer, passphrase: true, passkey: offersPasskey };
  return lockWays.filter((way) => isOffered[way]);
}

/** Says that it is done, and shows how it stands now. */
export async function told(
  work: Promise<LockChanged>,
  seen: LockSeen,
  done: 'turnedOn' | 'changed' | 'removed' | 'spareAdded',
): Promise<LockChanged> {
  const end = await work;
  if (end.kind === 'changed') {
    showToast({ message: currentMessages(lockWords).settings[done] });
    await seen.refresh();
  }
  return end;
}
