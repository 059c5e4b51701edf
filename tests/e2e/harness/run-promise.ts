import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Office } from './office.ts';
import type { RegisteredPromise } from './promise.ts';
import { Stage } from './stage.ts';
import { isLate, within } from './until.ts';
import { judge } from './verdict.ts';

export interface Result {
  readonly file: string;
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly error: string | null;
  /** It failed by a wait that ran out, and by nothing else. */
  readonly late: boolean;
  readonly notes: readonly string[];
}

/** Runs one promise on a stage of its own. A failure leaves screenshots, consoles and the proxy's log behind. */
export async function runPromise(
  file: string,
  promise: RegisteredPromise,
  office: Office,
  resultsDir: string,
): Promise<Result> {
  const startedAtMs = performance.now();
  await office.proxy.heal();
  const stage = new Stage(office);
  let error: string | null = null;
  let late = false;
  try {
    await within('the whole test', promise.keep(stage), promise.limitMs);
    const faults = await judge(stage);
    if (faults.length > 0) error = faults.join('\n');
  } catch (thrown) {
    error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    late = isLate(thrown) && (await judge(stage)).length === 0;
  }
  if (error !== null)
    await saveEvidence(path.join(resultsDir, slug(`${path.basename(file, '.e2e.ts')} ${promise.title}`)), stage, error);
  try {
    await within('the stage is struck', stage.strike(), 30_000);
  } catch (thrown) {
    error ??= `while closing: ${String(thrown)}`;
  }
  return {
    file,
    name: promise.title,
    ok: error === null,
    ms: Math.round(performance.now() - startedAtMs),
    error,
    late,
    notes: stage.notes,
  };
}

async function saveEvidence(folder: string, stage: Stage, error: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const save = (name: string, content: string | Buffer): void => writeFileSync(path.join(folder, name), content);
  save('error.txt', error);
  save('office.log', stage.office.log);
  save('exchanges.json', JSON.stringify(stage.proxy.exchanges, null, 1));
  for (const [index, phone] of stage.phones.entries()) {
    save(`phone-${index + 1}-console.txt`, phone.witness.transcript());
    try {
      save(`phone-${index + 1}-screen.txt`, await within('reading the screen', phone.text(), 5_000));
      const picture = await within('taking a picture', phone.screenshot(), 8_000);
      if (picture !== null) save(`phone-${index + 1}.png`, picture);
    } catch (thrown) {
      save(`phone-${index + 1}-screen.txt`, `no picture: ${String(thrown)}`);
    }
  }
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 100);
}
