import { surveyElements, type SurveyElement } from './elements.ts';

/** What several people have answered, added up: nobody's own answers can be read from it. */
export interface SurveySums {
  /** How many people. */
  readonly answers: number;
  /** Of each element, the sum of their scores. */
  readonly sums: Readonly<Record<SurveyElement, number>>;
}

export type SurveyGrade = 'A' | 'B' | 'C' | 'D';

/** Fewer are nobody's business: together they would tell too much of one of them. */
export const fewestAnswers = 5;

const points = 25;

/**
 * The index of satisfaction (IKM) of PermenPANRB 14/2017: the sum of (mean of an element x 1/9), times 25; 25 to 100,
 * with two decimals as the table of its grades has them. Null while there are fewer than five answers.
 */
export function satisfactionIndex({ answers, sums }: SurveySums): number | null {
  if (answers < fewestAnswers) return null;
  let total = 0;
  for (const element of surveyElements) total += sums[element];
  // In whole numbers up to here, so that no order of adding gives another index.
  return Math.round((total * points * 100) / (answers * surveyElements.length)) / 100;
}

/** @param index as satisfactionIndex gives it */
export function gradeOf(index: number): SurveyGrade {
  if (index >= 88.31) return 'A';
  if (index >= 76.61) return 'B';
  return index >= 65 ? 'C' : 'D';
}

export function meanOf({ answers, sums }: SurveySums, element: SurveyElement): number | null {
  return answers < fewestAnswers ? null : sums[element] / answers;
}

export function addSums(one: SurveySums, other: SurveySums): SurveySums {
  const { U1, U2, U3, U4, U5, U6, U7, U8, U9 } = one.sums;
  const more = other.sums;
  return {
    answers: one.answers + other.answers,
    sums: {
      U1: U1 + more.U1,
      U2: U2 + more.U2,
      U3: U3 + more.U3,
      U4: U4 + more.U4,
      U5: U5 + more.U5,
      U6: U6 + more.U6,
      U7: U7 + more.U7,
      U8: U8 + more.U8,
      U9: U9 + more.U9,
    },
  };
}

export const noSums: SurveySums = {
  answers: 0,
  sums: { U1: 0, U2: 0, U3: 0, U4: 0, U5: 0, U6: 0, U7: 0, U8: 0, U9: 0 },
};
