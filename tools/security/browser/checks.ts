import { browserRun } from './browser-run.ts';

/** R5, R6 and R7: nothing of a person lies where it must not, and the same scan finds it where it must be. */
export async function checkTraces(): Promise<readonly string[]> {
  const { never, always } = (await browserRun()).places;
  return [
    ...Object.entries(never).flatMap(([place, count]) => (count === 0 ? [] : [`${place}: ${count} finds`])),
    ...Object.entries(always).flatMap(([place, count]) => (count > 0 ? [] : [`${place}: nothing is found there`])),
  ];
}

/** R41. */
export async function checkCodeField(): Promise<readonly string[]> {
  return (await browserRun()).codeField;
}

/** R17. */
export async function checkOpenedPapers(): Promise<readonly string[]> {
  return (await browserRun()).papers;
}
