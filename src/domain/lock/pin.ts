/** Of six digits. Null when it will do. */
export function pinProblem(pin: string): 'too-short' | 'too-easy' | null {
  if (!/^\d{6}$/u.test(pin)) return 'too-short';
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])));
  // 111111, 123456, 654321.
  const [step] = steps;
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1 ? 'too-easy' : null;
}
