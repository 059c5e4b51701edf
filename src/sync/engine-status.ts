import type { DeliveryProblem } from '#domain/application/outbox-entry.ts';

/** What the engine is doing now. Volatile: for words like "Sedang dikirim", never for "Diterima". */
export type EngineStatus =
  | {
      readonly kind: 'idle';
      readonly nextTryAtMs: number | null;
      readonly lastProblem: DeliveryProblem | null;
      /** Something waits for its seal, which only a page can give it. */
      readonly needsSeal?: true;
      /** What waits goes by ticket: only news of what was sent needs a sign-in. */
      readonly isSignedOut?: true;
    }
  | { readonly kind: 'sending'; readonly applicationIds: readonly string[] }
  | { readonly kind: 'sign-in-needed' }
  /** Another tab or the service worker is sending. */
  | { readonly kind: 'elsewhere' };
