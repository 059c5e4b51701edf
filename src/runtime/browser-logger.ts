import type { Logger } from '#sync/ports.ts';

/** Names of events and plain facts, for somebody with a cable; never a form value, a file name or an id number. */
export const browserLogger: Logger = {
  debug: () => undefined,
  warn(event, facts) {
    console.warn(`ajukan ${event}`, JSON.stringify(facts ?? {}));
  },
};
