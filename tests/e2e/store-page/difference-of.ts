/**
 * Where two values differ, in words, or null.
 * @param members which members count: all of both, or only those that are expected
 */
export function differenceOf(
  actual: unknown,
  expected: unknown,
  members: 'all' | 'expected',
  path = 'it',
): string | null {
  if (Object.is(actual, expected)) return null;
  if (!isObject(actual) || !isObject(expected) || kindOf(actual) !== kindOf(expected)) {
    return `${path} is ${show(actual)}, not ${show(expected)}`;
  }
  if (actual instanceof ArrayBuffer && expected instanceof ArrayBuffer) {
    return differenceOf([...new Uint8Array(actual)], [...new Uint8Array(expected)], 'all', path);
  }
  if (Array.isArray(actual) && Array.isArray(expected) && actual.length !== expected.length) {
    return `${path} has ${String(actual.length)} members, not ${String(expected.length)}: ${show(actual)}`;
  }
  const keys = new Set([...Object.keys(expected), ...(members === 'all' ? Object.keys(actual) : [])]);
  for (const key of keys) {
    const difference = differenceOf(Reflect.get(actual, key), Reflect.get(expected, key), members, `${path}.${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function kindOf(value: object): string {
  return Object.prototype.toString.call(value);
}

function show(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (inner === undefined ? 'undefined' : inner)) ?? String(value);
}
