import type { SurveyElement, SurveyScore } from './elements.ts';

/** One person's answers about one application, for as long as the office does not have them. */
export type KeptSurvey =
  | {
      readonly state: 'open' | 'finished';
      /** UUIDv7, minted here: a repetition is known by it. */
      readonly id: string;
      readonly answers: Readonly<Partial<Record<SurveyElement, SurveyScore>>>;
      readonly comment: string;
      /** Of the last change. */
      readonly atMs: number;
    }
  /** The office has them; nothing of them is kept here. `refused`: it would not have them. */
  | { readonly state: 'sent' | 'refused' | 'declined' };
