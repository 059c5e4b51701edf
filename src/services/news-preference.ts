import { preference } from './preferences.ts';

/** Whether the person has put off being told of news. */
export const newsPreference = preference('ajukan.news', ['open', 'later'] as const, 'open');
