export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly tone: 'neutral' | 'alert';
  readonly action: { readonly label: string; readonly onAction: () => void } | null;
  readonly durationMs: number;
}

export interface ToastRequest {
  readonly message: string;
  readonly tone?: Toast['tone'];
  /** Something to press: "Urungkan". */
  readonly action?: { readonly label: string; readonly onAction: () => void };
  /** Default 5 s, with an action 10 s. The time stands still under a finger or the focus. */
  readonly durationMs?: number;
}

let current: Toast | null = null;
let lastId = 0;
const listeners = new Set<() => void>();

function replace(next: Toast | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Shows one short message at the bottom; a newer one takes its place. Returns its id. */
export function showToast(request: ToastRequest): number {
  lastId += 1;
  replace({
    id: lastId,
    message: request.message,
    tone: request.tone ?? 'neutral',
    action: request.action ?? null,
    durationMs: request.durationMs ?? (request.action === undefined ? 5_000 : 10_000),
  });
  return lastId;
}

/** Takes a message away, unless a newer one has replaced it. */
export function hideToast(id: number): void {
  if (current?.id === id) replace(null);
}

export const toastStore = {
  subscribe(onChange: () => void): () => void {
    listeners.add(onChange);
    return () => listeners.delete(onChange);
  },
  getSnapshot(): Toast | null {
    return current;
  },
};
