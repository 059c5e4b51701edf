import { photoQualities, type PhotoQuality } from '#domain/document/photo-quality.ts';
import { type ObservableValue, observableValue } from '#lib/observable-value.ts';

/** Small choices about how the app looks. They may be lost without harm, and are needed before the first paint. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function preference<T extends string>(key: string, allowed: readonly T[], fallback: T): ObservableValue<T> {
  const value = observableValue<T>(read(key, allowed) ?? fallback);
  return {
    ...value,
    set(next) {
      keep(key, next);
      value.set(next);
    },
  };
}

function read<T extends string>(key: string, allowed: readonly T[]): T | undefined {
  try {
    const stored = globalThis.localStorage?.getItem(key);
    return allowed.find((one) => one === stored);
  } catch {
    return undefined;
  }
}

function keep(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value);
  } catch {
    // Storage is shut or full: the choice holds until the app is closed.
  }
}

export const themePreference = preference('ajukan.theme', themes, 'system');

/** Whether the person has put off installing the app. */
export const installPreference = preference('ajukan.install', ['open', 'later'] as const, 'open');

/**
 * Read for every photo that is added; those that are here keep their size. Who has not chosen gets what the phone asks
 * of every page (https://wicg.github.io/savedata/), where the browser tells.
 */
export const photoQuality: ObservableValue<PhotoQuality> = preference(
  'ajukan.photo-quality',
  photoQualities,
  asksToSaveData() ? 'saver' : 'normal',
);

export function asksToSaveData(): boolean {
  const { connection } = globalThis.navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
