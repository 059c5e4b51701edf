import { preference } from './preferences.ts';

/** Where the office leaves it to the person: sealed at Kirim, or open on this phone until the office has it. */
export const sealingPreference = preference('ajukan.sealing', ['open', 'sealed'] as const, 'open');
