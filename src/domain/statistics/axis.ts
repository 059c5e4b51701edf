const mostSteps = 4;

/**
 * Where lines are drawn beside columns: whole numbers that people count in (1, 2, 5, 10, 20 …), from 0 to the first one that
 * no column is above.
 * @param most of the columns, a whole number
 */
export function axisOf(most: number): readonly number[] {
  let step = 1;
  for (let power = 1; most / step > mostSteps; power *= 10)
    step = [1, 2, 5].map((digit) => digit * power).find((one) => most / one <= mostSteps) ?? step;
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
