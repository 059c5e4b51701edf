import type { LockMessages } from '../id/lock.ts';

export const lock: LockMessages = {
  title: 'Screen lock',
  ways: {
    'office-pin': 'PIN that the office guards',
    pin: 'PIN without the office',
    passphrase: 'Six words',
    passkey: 'Fingerprint, face or the phone’s lock',
  },
  wayTexts: {
    'office-pin':
      'Holds off whoever picks this phone up, and an expert who copies what is on it: the office checks the PIN, and closes it after ten wrong tries. Needs a signal to unlock. Without one it opens only while Ajukan has not been closed since it was last open, 12 hours at most. Often without a signal? Choose six words or the phone’s lock.',
    pin: 'Holds off whoever picks this phone up. It does not hold off an expert who copies what is on it: a computer can try every PIN of 6 digits.',
    passphrase:
      'Holds off whoever picks this phone up, and an expert who copies what is on it. Write the six words down and keep them away from the phone.',
    passkey:
      'Holds off whoever picks this phone up, and an expert who copies what is on it. The phone itself guards the secret.',
  },
  screen: {
    title: 'Ajukan is locked',
    lead: 'Your answers and papers are safe on this phone. Unlock to go on where you were.',
    sending: 'Applications that you have sent off go on.',
    open: 'Unlock',
    opening: 'Unlocking…',
    openPasskey: 'Unlock with the phone’s lock',
    pin: 'PIN',
    'office-pin': 'PIN',
    passphrase: 'Your six words',
    wrong: {
      pin: 'That is not the PIN. Try again.',
      'office-pin': 'That is not the PIN. Try again.',
      passphrase: 'Those are not the words. Look at spelling and order.',
    },
    triesLeft: (count) => `That is not the PIN. Tries left: ${count}.`,
    closed:
      'This PIN was closed after ten wrong tries. Nothing is deleted. Ask the office to open it again, or look under “Forgotten?” below.',
    noSignal:
      'The office has to check this PIN, and there is no signal. Try again when there is one. Spare words open without a signal.',
    signInNeeded:
      'You have to sign in again first. Press “Sign out of this account” under “Forgotten?”, sign in with the same account, then unlock. Drafts and papers stay.',
    photoRefused:
      'A photo or file that was being prepared when Ajukan locked is not saved. Take it again once you have unlocked.',
    lookFailed: 'The phone can’t be read just now, so Ajukan stays locked.',
    lookAgain: 'Try again',
    wait: (time) => `Too many tries. Try again in ${time}.`,
    seconds: (count) => `${count} ${count === 1 ? 'second' : 'seconds'}`,
    minutes: (count) => `${count} ${count === 1 ? 'minute' : 'minutes'}`,
    brokenOff: 'Not unlocked yet. Try again when you are ready.',
    failed: 'The lock can’t be checked just now. Close Ajukan, open it again and try once more.',
    neededTitle: 'Set up a lock first',
    neededLead:
      'Before you keep residents’ data, set up a lock on this phone, so that nobody reads it when the phone is lost or lent. Once is enough.',
    forgot: 'Forgotten?',
    useWords: 'Unlock with the six spare words',
    forgotPoints: [
      'Nothing is deleted, however often you try.',
      'Applications that you have sent off are not affected.',
      'Somebody else, or you with another number, can use Ajukan once you have signed out of this account.',
    ],
    onlyYours:
      'Drafts and papers on this phone open only with the lock or the spare words that you have made. The office can’t open them.',
    recovery: {
      possible:
        'Forgotten the PIN and the spare words? The office can help to open it. It takes two people of the office, and you. Drafts and papers are not lost.',
      ask: 'Ask the office to open it',
      asking: 'Asking…',
      read: 'Read this number to the keeper of the office’s recovery key, face to face or on the telephone. Don’t send it as a message.',
      check: 'See whether the office has answered',
      checking: 'Looking…',
      askAgain: 'Ask once more',
      asked: 'The office has not answered yet.',
      refused: 'This request was refused or has ended. You can ask once more.',
      'no-signal': 'There is no signal. Try again later.',
      failed: 'That did not work. Nothing is lost; try again.',
      ready: 'The office has opened it. Choose a new way to unlock; the old ones, spare words too, stop working.',
      setNew: 'Set up the new lock',
    },
    signOut: 'Sign out of this account',
    signedOutFailed: 'Not signed out yet. Try again.',
  },
  settings: {
    row: 'Screen lock',
    rowText: 'Drafts and kept papers can be read only after you have unlocked.',
    manage: 'Set up the screen lock',
    lead: 'With a lock, answers of drafts, photos and My papers are kept encrypted on this phone.',
    signIn: 'Sign in first: a lock belongs to your account.',
    toAccount: 'Sign in',
    unknown: 'The phone can’t be read just now. Try again later.',
    choose: 'How to unlock',
    notHidden: [
      'Not encrypted: which service, when, and which kind of paper.',
      'What you have sent off can be read on this phone until the office has it, unless it is sealed at Send.',
      'Old copies may be left in the browser’s storage for a while.',
    ],
    newPin: 'New PIN',
    pinHint: 'Six digits. Not 123456, and no birthday.',
    repeatPin: 'The PIN again',
    pinShort: 'A PIN has six digits.',
    pinEasy: 'That PIN is easy to guess. Choose another one.',
    pinDiffers: 'The two PINs differ.',
    wordsTitle: 'Your words',
    wordsText: 'Write them down on paper now. They are not shown again.',
    otherWords: 'Other words',
    repeatWords: 'Type the six words',
    wordsDiffer: 'Not the same yet. Look at spelling and order.',
    recovery:
      'If you forget it, only spare words open the drafts and papers on this phone; the office can’t. Make spare words once the lock is on. What you have sent off is not affected.',
    officeRecovery:
      'If you forget the PIN and the spare words, the office can help to open it: two people of the office, and you. Drafts and papers are not lost.',
    restFailed:
      'Some drafts or papers could not be encrypted yet, perhaps because the phone is full. Free some space, then try again.',
    restWorking: 'Encrypting the drafts and papers that are here…',
    restAgain: 'Encrypt now',
    turnOn: 'Turn the lock on',
    working: 'One moment…',
    turnedOn: 'The screen lock is on.',
    on: 'On',
    locksItself: (minutes) =>
      `Locks by itself after ${minutes} minutes without use, after 30 seconds behind another app, and whenever Ajukan is opened again.`,
    lockNow: 'Lock now',
    spare: 'Make spare words',
    spareText:
      'Six words that unlock when you forget the PIN or the phone’s lock has changed. Without them, drafts and papers can’t be opened again.',
    spareLead: 'Write them down on paper and keep them away from the phone. They are not shown again.',
    spareAdded: 'The spare words hold good.',
    hasSpare: 'There are spare words.',
    change: 'Change how to unlock',
    changed: 'The lock has been changed.',
    remove: 'Take the screen lock away',
    removeText: 'Drafts and papers will be kept without encryption again.',
    damaged: (count) =>
      `${count} ${count === 1 ? 'paper or answer' : 'papers or answers'} on this phone ${count === 1 ? 'is' : 'are'} damaged and can’t be opened with any key. Everything else is as it was before. To take the lock away, what is damaged has to be deleted.`,
    dropDamaged: 'Delete what is damaged and take the lock away',
    removed: 'The screen lock is gone.',
    now: 'The lock of now',
    next: 'Go on',
    cancel: 'Cancel',
    failed: 'That did not work. Nothing is lost; try again.',
  },
};
