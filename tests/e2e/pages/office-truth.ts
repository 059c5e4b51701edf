/** What the office really has, asked past the proxy and the app. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { OfficeApplication, OfficeClient } from '../harness/office-client.ts';
import type { Stage } from '../harness/stage.ts';
import { patienceMs, until } from '../harness/until.ts';
import type { SampleFile } from '../samples/sample-file.ts';

export async function hasWhole(
  stage: Stage,
  count = 1,
  limitMs = 2 * patienceMs,
): Promise<readonly OfficeApplication[]> {
  const office = await stage.officeView();
  return await until(
    `the office has ${count} whole`,
    async () => {
      const applications = await office.listApplications();
      return applications.filter(({ status }) => status === 'submitted').length === count && applications;
    },
    limitMs,
  );
}

/** Exactly one application of this person, and every file as it was picked. */
export async function expectOnceAndWhole(stage: Stage, files: readonly SampleFile[]): Promise<OfficeApplication> {
  const office = await stage.officeView();
  const [application, ...others] = await office.listApplications();
  assert.ok(application !== undefined, 'the office has nothing');
  assert.deepEqual(others, []);
  assert.equal(application.status, 'submitted');
  assert.deepEqual(application.missingDocuments, []);
  assert.deepEqual(await readHashes(office, application), files.map(({ sha256 }) => sha256).toSorted());
  return application;
}

/** Every application of this person, with the digests of its files; none while the office lacks one. */
export async function readWhatArrived(
  stage: Stage,
): Promise<readonly { readonly answers: OfficeApplication['data']; readonly hashes: readonly string[] }[]> {
  const office = await stage.officeView();
  const applications = await office.listApplications();
  return await Promise.all(
    applications.map(async (application) => ({
      answers: application.data,
      hashes: application.status === 'submitted' ? await readHashes(office, application) : [],
    })),
  );
}

/** Every file of this person's applications, as the office would show it. */
export async function readPapers(
  stage: Stage,
): Promise<readonly { readonly bytes: Buffer; readonly sha256: string }[]> {
  const office = await stage.officeView();
  const documents = (await office.listApplications()).flatMap((application) => application.documents);
  return await Promise.all(
    documents.map(async ({ id }) => {
      const bytes = await office.readDocument(id);
      return { bytes, sha256: hash(bytes) };
    }),
  );
}

async function readHashes(office: OfficeClient, { documents }: OfficeApplication): Promise<readonly string[]> {
  const hashes = await Promise.all(documents.map(async ({ id }) => hash(await office.readDocument(id))));
  return hashes.toSorted();
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
