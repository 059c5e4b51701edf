/** What a press of a key means at the desk. */
export type Shortcut =
  | 'next'
  | 'previous'
  | 'open'
  | 'back'
  | 'search'
  | 'help'
  | 'claim'
  | 'process'
  | 'return'
  | 'reject'
  | 'papers'
  | 'reveal'
  | 'refresh';

/** Every key once, in the order of the help. */
export const shortcutKeys: readonly (readonly [key: string, means: Shortcut])[] = [
  ['j', 'next'],
  ['ArrowDown', 'next'],
  ['k', 'previous'],
  ['ArrowUp', 'previous'],
  ['Enter', 'open'],
  ['Escape', 'back'],
  ['/', 'search'],
  ['a', 'claim'],
  ['p', 'process'],
  ['r', 'return'],
  ['x', 'reject'],
  ['b', 'papers'],
  ['n', 'reveal'],
  ['u', 'refresh'],
  ['?', 'help'],
];

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly repeat: boolean;
}

/** What has the focus: where letters are written, where Enter and arrows have a meaning of their own, or neither. */
export type FocusOn = 'text' | 'control' | 'page';

const ofControls: readonly Shortcut[] = ['open', 'next', 'previous'];
const mayRepeat: readonly Shortcut[] = ['next', 'previous'];

/** Null: the key is somebody else's. Nothing fires while a person types, or on a key that is held together with another. */
export function shortcutOf(press: Press, focus: FocusOn): Shortcut | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  if (focus === 'text') return null;
  const means = shortcutKeys.find(([key]) => key === press.key)?.[1] ?? null;
  if (means === null || (press.repeat && !mayRepeat.includes(means))) return null;
  const isLetter = press.key.length === 1;
  return focus === 'control' && !isLetter && ofControls.includes(means) ? null : means;
}
