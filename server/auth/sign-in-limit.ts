interface Window {
  count: number;
  readonly endsAtMs: number;
}

const minuteMs = 60_000;
/** Tries in a window; a success gives its try back, so only failures add up. */
const limits = {
  loginAndAddress: { tries: 5, windowMs: 10 * minuteMs },
  login: { tries: 20, windowMs: 60 * minuteMs },
  address: { tries: 60, windowMs: 10 * minuteMs },
};
const mostWindows = 20_000;

export interface SignInLimit {
  /** Counts a try before it is looked at, so that many at once don't slip through. Null: go on. */
  take(login: string, address: string, nowMs: number): { readonly retryAfterMs: number } | null;
  giveBack(login: string, address: string): void;
}

/** In memory: a restart forgives. Keys never leave it. */
export function signInLimit(): SignInLimit {
  const windows = new Map<string, Window>();

  function prune(nowMs: number): void {
    if (windows.size < mostWindows) return;
    for (const [key, window] of windows) if (window.endsAtMs <= nowMs) windows.delete(key);
    for (const key of windows.keys()) {
      if (windows.size < mostWindows) return;
      windows.delete(key);
    }
  }

  const keysOf = (login: string, address: string) =>
    [
      [`both ${login} ${address}`, limits.loginAndAddress],
      [`login ${login}`, limits.login],
      [`address ${address}`, limits.address],
    ] as const;

  return {
    take: (login, address, nowMs) => {
      prune(nowMs);
      const taken: Window[] = [];
      for (const [key, { tries, windowMs }] of keysOf(login, address)) {
        let window = windows.get(key);
        if (window === undefined || window.endsAtMs <= nowMs) {
          window = { count: 0, endsAtMs: nowMs + windowMs };
          windows.set(key, window);
        }
        if (window.count >= tries) {
          for (const earlier of taken) earlier.count -= 1;
          return { retryAfterMs: window.endsAtMs - nowMs };
        }
        window.count += 1;
        taken.push(window);
      }
      return null;
    },
    giveBack: (login, address) => {
      for (const [key] of keysOf(login, address)) {
        const window = windows.get(key);
        if (window !== undefined && window.count > 0) window.count -= 1;
      }
    },
  };
}
