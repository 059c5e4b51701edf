import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { ApplicationView } from '#contract/application-view.ts';
import { ReceiptWire } from '#contract/schemas.ts';
import type { JsonObject } from '#lib/json.ts';
import type { ApiClient, Answer } from './api-client.ts';
import { expectStatus } from './expect.ts';
import { read } from './read.ts';
import { sampleFile } from './sample/sample-file.ts';
import type { Target } from './target.ts';
import { waitUntil } from './wait-until.ts';

export interface PlannedDocument {
  readonly id: string;
  readonly slot: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** What a phone holds after "Kirim": ids and bytes are fixed, nothing has been sent. */
export interface PlannedApplication {
  readonly id: string;
  readonly path: string;
  readonly body: {
    readonly serviceId: string;
    readonly schemaVersion: number;
    readonly data: JsonObject;
    readonly documents: readonly { id: string; slot: string; mediaType: string; size: number; sha256: string }[];
    readonly capturedAt: string;
  };
  readonly documents: readonly PlannedDocument[];
}

export function planApplication(target: Target, { fileBytes = 2048 } = {}): PlannedApplication {
  const id = uuidv7();
  const documents = target.slots.map(({ slot, mediaType }) => {
    const bytes = sampleFile(mediaType, fileBytes);
    return { id: uuidv7(), slot, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  return {
    id,
    path: `/v1/applications/${id}`,
    body: {
      serviceId: target.serviceId,
      schemaVersion: target.schemaVersion,
      data: target.answers,
      documents: documents.map(({ bytes, ...document }) => ({ ...document, size: bytes.length })),
      capturedAt: new Date().toISOString(),
    },
    documents,
  };
}

export async function submit(client: ApiClient, application: PlannedApplication): Promise<Answer> {
  return client.put(application.path, application.body);
}

/** Sends a new application that has to be accepted. */
export async function createApplication(client: ApiClient, target: Target, options: { fileBytes?: number } = {}) {
  const application = planApplication(target, options);
  const answer = await submit(client, application);
  expectStatus(answer, 201);
  return { application, answer, receipt: read(ReceiptWire, answer) };
}

export async function readApplication(client: ApiClient, path: string) {
  const answer = await client.get(path);
  expectStatus(answer, 200);
  return { answer, view: read(ApplicationView, answer) };
}

/** A backend may look for viruses first, so an application may become complete a little later than its last byte. */
export async function waitForStatus(client: ApiClient, path: string, status: string) {
  return waitUntil(async () => {
    const { answer, view } = await readApplication(client, path);
    return view.status === status ? { answer, view } : undefined;
  }, client.patienceMs);
}
