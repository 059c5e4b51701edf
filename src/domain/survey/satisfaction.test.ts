import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyElements, surveyScores, type SurveyAnswers, wholeAnswers } from './elements.ts';
import { addSums, fewestAnswers, gradeOf, meanOf, noSums, satisfactionIndex } from './satisfaction.ts';

const score = fc.constantFrom(...surveyScores);
const person: fc.Arbitrary<SurveyAnswers> = fc.record({
  U1: score,
  U2: score,
  U3: score,
  U4: score,
  U5: score,
  U6: score,
  U7: score,
  U8: score,
  U9: score,
});
const people = fc.array(person, { minLength: fewestAnswers, maxLength: 60 });
const sumOf = (all: readonly SurveyAnswers[]) =>
  all.reduce((sum, answers) => addSums(sum, { answers: 1, sums: answers }), noSums);
const alike = (value: 1 | 2 | 3 | 4, count = fewestAnswers) => sumOf(Array.from({ length: count }, () => ofAll(value)));
const ofAll = (value: 1 | 2 | 3 | 4): SurveyAnswers => ({
  U1: value,
  U2: value,
  U3: value,
  U4: value,
  U5: value,
  U6: value,
  U7: value,
  U8: value,
  U9: value,
});

describe('the index of satisfaction', () => {
  it('is the sum of the means, each a ninth, times 25', () => {
    fc.assert(
      fc.property(people, (all) => {
        let weighed = 0;
        for (const element of surveyElements)
          weighed += (all.reduce((sum, answers) => sum + answers[element], 0) / all.length) * (1 / 9);
        expect(satisfactionIndex(sumOf(all))).toBeCloseTo(weighed * 25, 1);
      }),
    );
  });

  it('lies between 25 and 100, and nobody who answers better makes it worse', () => {
    fc.assert(
      fc.property(people, fc.nat(), fc.constantFrom(...surveyElements), (all, at, element) => {
        const index = satisfactionIndex(sumOf(all)) ?? Number.NaN;
        expect(index).toBeGreaterThanOrEqual(25);
        expect(index).toBeLessThanOrEqual(100);
        const better = all.map((answers, place) =>
          place === at % all.length ? { ...answers, [element]: 4 } : answers,
        );
        expect(satisfactionIndex(sumOf(better))).toBeGreaterThanOrEqual(index);
      }),
    );
  });

  it('does not ask in which order people have answered', () => {
    fc.assert(
      fc.property(people, (all) => {
        expect(satisfactionIndex(sumOf([...all].reverse()))).toBe(satisfactionIndex(sumOf(all)));
      }),
    );
  });

  it('is known at its ends', () => {
    expect(
      [1, 2, 3, 4].map((value) => satisfactionIndex(alike(value === 1 ? 1 : value === 2 ? 2 : value === 3 ? 3 : 4))),
    ).toEqual([25, 50, 75, 100]);
  });

  it('is not said of fewer than five', () => {
    expect(satisfactionIndex(alike(4, fewestAnswers - 1))).toBeNull();
    expect(meanOf(alike(4, fewestAnswers - 1), 'U1')).toBeNull();
    expect(meanOf(alike(3), 'U1')).toBe(3);
  });
});

describe('the grade', () => {
  it.each([
    [100, 'A'],
    [88.31, 'A'],
    [88.3, 'B'],
    [76.61, 'B'],
    [76.6, 'C'],
    [65, 'C'],
    [64.99, 'D'],
    [25, 'D'],
  ])('of %d is %s', (index, grade) => {
    expect(gradeOf(index)).toBe(grade);
  });
});

describe('the answers', () => {
  it('are whole when each of the nine has one of four scores', () => {
    const all = ofAll(2);
    expect(wholeAnswers(all)).toEqual(all);
    for (const element of surveyElements) {
      expect(wholeAnswers({ ...all, [element]: undefined })).toBeUndefined();
      for (const wrong of [0, 5, 2.5, '3', null]) expect(wholeAnswers({ ...all, [element]: wrong })).toBeUndefined();
    }
  });
});
