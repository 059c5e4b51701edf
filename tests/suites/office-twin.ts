/**
 * The simulation is worth as much as its office is like the real one: the same seeded sequences go to both, and every
 * answer has to be the same, but for numbers, addresses and times.
 */
import { expect } from 'vitest';
import type { HttpRequest } from '#api/http-client.ts';
import { testAccounts } from '#server/testing/test-accounts.ts';
import { testFile } from '#server/testing/test-file.ts';
import { bearerOf } from '#server/testing/test-server.ts';
import { announcementOf, type TestSubmission, testPaper, testSubmission } from '#server/testing/test-submission.ts';
import { createDice, type Dice } from '#tests/simulation/dice.ts';
import { createModelOffice, type ModelOffice } from '#tests/simulation/model-office.ts';
import { PhantomBytes } from '#tests/simulation/phantom-bytes.ts';

type Person = 'siti' | 'budi';

/** One request, as each of the two understands it. */
interface Twin {
  readonly person: Person | null;
  readonly method: HttpRequest['method'];
  readonly target: { readonly real: string; readonly model: string };
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly real: string | Uint8Array<ArrayBuffer>; readonly model: string | PhantomBytes };
}

interface Said {
  readonly status: number;
  readonly offset: string | null;
  readonly body: unknown;
}

const tus = { 'Tus-Resumable': '1.0.0', 'Content-Type': 'application/offset+octet-stream' };
const json = { 'Content-Type': 'application/json' };
const lives = (): boolean => false;

export interface OfficeTwin {
  /** @throws what an assertion throws, with the seed and the step in it */
  compare(seed: number): Promise<number>;
}

export async function openOfficeTwin(url: string): Promise<OfficeTwin> {
  const model = createModelOffice();
  const bearers = { siti: await bearerOf(url, 'siti'), budi: await bearerOf(url, 'budi') };

  async function askReal({ person, method, target, headers, body }: Twin): Promise<Said> {
    const response = await fetch(url + target.real, {
      method,
      headers: { ...headers, ...(person === null ? {} : bearers[person]) },
      body: body?.real ?? null,
    });
    const text = await response.text();
    return {
      status: response.status,
      offset: response.headers.get('upload-offset'),
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  function askModel({ person, method, target, headers = {}, body }: Twin): Said {
    const accountId = person === null ? null : testAccounts[person].accountId;
    const request = { method, target: target.model, headers, ...(body === undefined ? {} : { body: body.model }) };
    const answer = model.answer(request, accountId, 0, lives);
    if (answer === null) throw new Error('The model died, although nobody killed it');
    return { status: answer.status, offset: answer.header('upload-offset'), body: answer.body };
  }

  return {
    async compare(seed) {
      const scene = openScene(createDice(seed), model);
      for (let step = 0; step < 16; step += 1) {
        const twin = scene.next();
        const real = await askReal(twin);
        const modelled = askModel(twin);
        const where = `seed ${String(seed)}, step ${String(step)}: ${twin.method} ${twin.target.real}`;
        expect({ where, ...shapeOf(modelled) }).toEqual({ where, ...shapeOf(real) });
        scene.heard(twin, real, modelled);
      }
      return 16;
    },
  };
}

/** One application, its paper, and two people who do with them what comes to their minds. */
function openScene(dice: Dice, model: ModelOffice) {
  const size = 500 + dice.pick(1, 4_000);
  const paper = testPaper('ktp', testFile(size));
  const submission = testSubmission([paper]);
  const other: TestSubmission = { ...submission, body: { ...submission.body, capturedAt: '2026-11-23T10:00:00.000Z' } };
  const uploads = { real: '/v1/uploads/nobodys-upload-at-all-00', model: '/v1/uploads/none' };
  const cursors = { real: '', model: '' };

  const same = (path: string) => ({ real: path, model: path });
  const who = (): Person => (dice.roll(2) < 0.85 ? 'siti' : 'budi');

  function submit(content: TestSubmission): Twin {
    const { body } = content;
    const documents = body.documents.map(({ id, size: bytes, sha256 }) => ({ id, size: bytes, sha256 }));
    const read = { serviceId: body.serviceId, schemaVersion: 1, documents, device: body.device };
    const source = `${content.path} ${body.capturedAt}`;
    return {
      person: who(),
      method: 'PUT',
      target: same(content.path),
      headers: json,
      body: { real: JSON.stringify(body), model: new PhantomBytes(source, 0, 1, read) },
    };
  }

  function announce(): Twin {
    const said = announcementOf(submission.id, paper);
    const text = JSON.stringify(dice.roll(3) < 0.9 ? said : { ...said, size: said.size + 1 });
    const target = same(`/v1/documents/${paper.id}`);
    return { person: who(), method: 'PUT', target, headers: json, body: { real: text, model: text } };
  }

  function patch(): Twin {
    const held = model.uploadOf(uploads.model)?.storedBytes ?? 0;
    const offset = dice.roll(4) < 0.8 ? held : dice.pick(5, size + 10);
    const length = dice.roll(6) < 0.4 ? Math.max(0, size - offset) : dice.pick(7, size + 2);
    const isSpoilt = dice.roll(8) < 0.1;
    const real = new Uint8Array(length);
    real.set(paper.file.bytes.subarray(offset, offset + length));
    if (isSpoilt) real.forEach((byte, index) => real.set([byte ^ 0xff], index));
    const bytes = new PhantomBytes(paper.file.sha256, offset, offset + length, null, isSpoilt && length > 0);
    return {
      person: who(),
      method: 'PATCH',
      target: { ...uploads },
      headers: { ...tus, 'Upload-Offset': String(offset) },
      body: { real, model: bytes },
    };
  }

  function changes(): Twin {
    const path = (cursor: string) => `/v1/changes?limit=100${cursor === '' ? '' : `&after=${cursor}`}`;
    return { person: 'siti', method: 'GET', target: { real: path(cursors.real), model: path(cursors.model) } };
  }

  return {
    next(): Twin {
      const draw = dice.roll(9);
      if (draw < 0.2) return submit(dice.roll(10) < 0.85 ? submission : other);
      if (draw < 0.4) return announce();
      if (draw < 0.5) return { person: who(), method: 'HEAD', target: { ...uploads }, headers: tus };
      if (draw < 0.8) return patch();
      if (draw < 0.9) return { person: who(), method: 'GET', target: same(submission.path) };
      if (draw < 0.92) return { person: null, method: 'GET', target: same('/v1/me') };
      return changes();
    },
    /** Addresses and cursors are each office's own. */
    heard({ method, target }: Twin, real: Said, modelled: Said): void {
      if (method === 'PUT' && target.real.startsWith('/v1/documents/')) {
        uploads.real = textOf(real.body, 'uploadUrl') ?? uploads.real;
        uploads.model = textOf(modelled.body, 'uploadUrl') ?? uploads.model;
      }
      cursors.real = textOf(real.body, 'next') ?? cursors.real;
      cursors.model = textOf(modelled.body, 'next') ?? cursors.model;
    },
  };
}

/** What has to be equal of an answer. */
function shapeOf({ status, offset, body }: Said) {
  const facts = isRecord(body) ? body : {};
  const items: unknown = facts['items'];
  return {
    status,
    offset,
    id: facts['id'],
    state: facts['state'],
    officeStatus: typeof facts['status'] === 'string' ? facts['status'] : undefined,
    version: facts['version'],
    missing: facts['missingDocuments'],
    at: facts['offset'],
    hasUrl: typeof facts['uploadUrl'] === 'string',
    more: facts['more'],
    items: Array.isArray(items) ? items.map(itemOf) : undefined,
  };
}

function itemOf(item: unknown) {
  if (!isRecord(item)) return item;
  return [item['applicationId'], item['kind'], item['status'], item['version']];
}

function textOf(body: unknown, name: string): string | undefined {
  const value = isRecord(body) ? body[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
