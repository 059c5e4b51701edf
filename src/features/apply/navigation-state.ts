import { isRecord } from '#lib/is-record.ts';

/** What a form's screen tells the next one by the history entry. */
export interface NavigationState {
  /** The screen that it came from with Lanjut. */
  readonly from: string | null;
  /** Kirim found something wrong here. */
  readonly problems: boolean;
}

export function readNavigationState(state: unknown): NavigationState {
  if (!isRecord(state)) return { from: null, problems: false };
  return { from: typeof state['from'] === 'string' ? state['from'] : null, problems: state['problems'] === true };
}
