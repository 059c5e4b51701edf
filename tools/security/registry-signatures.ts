import { runProgram } from './run-program.ts';

interface Asked {
  readonly code: number;
  readonly output: string;
}

export interface SignatureVerdict {
  readonly faults: readonly string[];
  /** What is known now, for the report. */
  readonly said: string;
}

/** Nobody there, or nobody who keeps signatures: says nothing against a package. */
const noAnswer =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|E401|E403|E404|E50[0-9])\b/;
const noKeys = /supported registry|EEXPIREDSIGNATUREKEY/;

let last = 'was not asked';

/** R34: what lies in node_modules is what the registry has signed. Needs the network: without it that is said, and no more. */
export async function checkRegistrySignatures(): Promise<readonly string[]> {
  const words = ['npm', 'audit', 'signatures', '--fetch-retries=0', '--fetch-timeout=20000'];
  const verdict = judgeSignatures(await runProgram(words));
  last = verdict.said;
  return verdict.faults;
}

export const signaturesSaid = (): readonly string[] => [`npm audit signatures: ${last}`];

/** Of its words nothing is repeated but numbers and names of packages: they name hosts. */
export function judgeSignatures({ code, output }: Asked): SignatureVerdict {
  const verified = /(\d+) packages? ha(?:s|ve) verified registry signatures?/.exec(output)?.[1];
  if (code === 0 && verified !== undefined)
    return { faults: [], said: `${verified} packages are as the registry signed them` };
  const wrong = /(\d+) packages? ha(?:s|ve) (invalid|missing) registry signatures?/g;
  const faults = [...output.matchAll(wrong)].map(
    ([, count, how]) => `${count} packages have ${how} registry signatures`,
  );
  if (faults.length > 0)
    return { faults: [...faults, ...packagesIn(output)], said: 'found what the registry has not signed' };
  const reason = noAnswer.exec(output)?.[1];
  if (reason !== undefined)
    return { faults: [], said: `NOT ASKED: the network or the registry does not answer here (${reason})` };
  if (noKeys.test(output)) return { faults: [], said: 'NOT ASKED: the registry of this machine keeps no signatures' };
  return {
    faults: [`npm audit signatures ended with ${code} and said nothing that is understood`],
    said: 'was not understood',
  };
}

function packagesIn(output: string): readonly string[] {
  return output
    .split('\n')
    .map((line) => /^(@?[\w./-]+@\d[\w.+-]*)(?= |$)/.exec(line.trim())?.[1])
    .filter((name) => name !== undefined);
}
