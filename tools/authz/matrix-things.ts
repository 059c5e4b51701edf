import { v7 as uuidv7 } from 'uuid';
import { DocumentTicket } from '#contract/schemas.ts';
import type { Relation } from '#server/routes/route-policies.ts';
import { spokenConsent } from '#server/testing/test-consent.ts';
import { announcementOf, testPaper, testSubmission } from '#server/testing/test-submission.ts';
import type { TestSubmission } from '#server/testing/test-submission.ts';
import { paperNumbers, paperService } from './paper-service.ts';
import { type PersonId, villageOne, villageTwo } from './people.ts';

/** An application with one paper, and what everybody is to it, written down by hand: the rules are what is on trial. */
export interface MatrixThing {
  readonly what: string;
  readonly owner: PersonId | null;
  /** Officials whose work it is. */
  readonly workOf: readonly PersonId[];
  readonly submission: TestSubmission;
  readonly documentId: string;
  /** Key of the upload's address. */
  readonly upload: string;
  /** All of its bytes have arrived. */
  readonly delivered: boolean;
}

/** As somebody; rejects when the answer is not one of a success. */
export type SendAs = (person: PersonId, method: string, path: string, init?: RequestInit) => Promise<Response>;

/** Everything is made on one phone: what somebody may is not decided by where it was made. */
export const matrixDevice = uuidv7();
let sequence = 0;

const worked: Readonly<Record<'one' | 'two', readonly PersonId[]>> = {
  one: ['villageOne', 'allVillages', 'signer', 'both'],
  two: ['villageTwo', 'allVillages'],
};

export async function makeThings(send: SendAs): Promise<readonly MatrixThing[]> {
  return Promise.all([
    thing(send, 'complete, village 1', 'citizen', villageOne, worked.one),
    thing(send, 'complete, village 2', 'neighbour', villageTwo, worked.two),
    thing(send, 'complete, village 1, by the pendamping', 'fieldOfficer', villageOne, worked.one),
    thing(send, 'complete, village 1, of who works there', 'both', villageOne, worked.one),
    thing(send, 'incomplete, village 1', 'citizen', villageOne, []),
  ]);
}

/** An id that nobody has, which may be created. */
export function unknownThing(): MatrixThing {
  const submission = submissionIn(villageOne);
  const documentId = submission.papers[0]?.id ?? '';
  return { what: 'unknown', owner: null, workOf: [], submission, documentId, upload: 'x'.repeat(32), delivered: false };
}

export function relationOf(person: PersonId, { owner, workOf }: MatrixThing): Relation {
  if (owner === null) return 'unknown';
  if (owner === person) return 'own';
  return workOf.includes(person) ? 'office' : 'other';
}

async function thing(
  send: SendAs,
  what: string,
  owner: PersonId,
  village: string,
  workOf: readonly PersonId[],
): Promise<MatrixThing> {
  const submission = submissionIn(village, owner);
  const [paper] = submission.papers;
  if (paper === undefined) throw new Error('A thing of the matrix has a paper');
  await send(owner, 'PUT', submission.path, jsonBody(submission.body));
  const announced = await send(
    owner,
    'PUT',
    `/v1/documents/${paper.id}`,
    jsonBody(announcementOf(submission.id, paper)),
  );
  const { uploadUrl } = DocumentTicket.parse(await announced.json());
  const upload = uploadUrl?.split('/').at(-1) ?? '';
  const delivered = workOf.length > 0;
  if (delivered) {
    const headers = {
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    };
    await send(owner, 'PATCH', `/v1/uploads/${upload}`, { headers, body: paper.file.bytes });
  }
  return { what, owner, workOf, submission, documentId: paper.id, upload, delivered };
}

function submissionIn(wilayah: string, owner: PersonId | null = null): TestSubmission {
  const { id, path, papers, body } = testSubmission([testPaper()]);
  sequence += 1;
  const device = { id: matrixDevice, sequence };
  const data = { ...body.data, ...paperNumbers, wilayah };
  // A field officer says whose it is.
  const onBehalf = owner === 'fieldOfficer' ? { onBehalfOf: spokenConsent } : {};
  return { id, path, papers, body: { ...body, serviceId: paperService, schemaVersion: 1, data, device, ...onBehalf } };
}

export function jsonBody(json: unknown): RequestInit {
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(json) };
}
