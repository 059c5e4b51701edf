import { expect, it } from 'vitest';
import { judgeSignatures } from './registry-signatures.ts';

const host = 'packages.example';

it('packages that the registry has signed pass, and are counted', () => {
  const output = 'audited 702 packages in 4s\n\n702 packages have verified registry signatures\n';
  expect(judgeSignatures({ code: 0, output })).toEqual({
    faults: [],
    said: '702 packages are as the registry signed them',
  });
});

it.each(['invalid', 'missing'])('a package with %s signatures is a fault, by its name and with no host', (how) => {
  const output = `audited 2 packages in 1s\n\n1 package has verified registry signatures\n\n1 package has ${how} registry signatures:\n\n@kanari/left@1.0.0 (https://${host}/)\n\nSomeone might have tampered\n`;
  const { faults } = judgeSignatures({ code: 1, output });
  expect(faults).toEqual([`1 packages have ${how} registry signatures`, '@kanari/left@1.0.0']);
  expect(faults.join()).not.toContain(host);
});

it.each(['ENOTFOUND', 'ECONNREFUSED', 'E403'])(
  'without an answer (%s) that is said, and nothing is claimed',
  (code) => {
    const { faults, said } = judgeSignatures({
      code: 1,
      output: `npm error code ${code}\nnpm error request to https://${host}/ failed`,
    });
    expect(faults).toEqual([]);
    expect(said).toBe(`NOT ASKED: the network or the registry does not answer here (${code})`);
  },
);

it('a registry without signatures is said to be one', () => {
  const output = 'npm error found no dependencies to audit that were installed from a supported registry';
  expect(judgeSignatures({ code: 1, output })).toMatchObject({ faults: [], said: expect.stringMatching(/^NOT ASKED/) });
});

it.each([
  [1, 'npm error something else'],
  [0, 'audited 0 packages'],
])('anything else is a fault: %s %s', (code, output) => {
  expect(judgeSignatures({ code, output }).faults).toHaveLength(1);
});
