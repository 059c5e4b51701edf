/** The nine elements of PermenPANRB 14/2017, in its order. */
export const surveyElements = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'] as const;
export type SurveyElement = (typeof surveyElements)[number];

/** From 1, not good, to 4, very good. */
export const surveyScores = [1, 2, 3, 4] as const;
export type SurveyScore = (typeof surveyScores)[number];

export type SurveyAnswers = Readonly<Record<SurveyElement, SurveyScore>>;

export function isSurveyScore(value: unknown): value is SurveyScore {
  return surveyScores.some((score) => score === value);
}

/** @returns the answers once every question has one, undefined before */
export function wholeAnswers(some: Readonly<Partial<Record<SurveyElement, unknown>>>): SurveyAnswers | undefined {
  const { U1, U2, U3, U4, U5, U6, U7, U8, U9 } = some;
  if (!isSurveyScore(U1) || !isSurveyScore(U2) || !isSurveyScore(U3)) return undefined;
  if (!isSurveyScore(U4) || !isSurveyScore(U5) || !isSurveyScore(U6)) return undefined;
  if (!isSurveyScore(U7) || !isSurveyScore(U8) || !isSurveyScore(U9)) return undefined;
  return { U1, U2, U3, U4, U5, U6, U7, U8, U9 };
}
