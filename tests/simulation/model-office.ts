/**
 * The office as a function from request to answer, over a disk that outlives its crashes. It keeps the contract and
 * nothing else; what the network and its own bad days do to it is decided by whoever holds it. The twin test holds it
 * against the reference backend.
 */
import type { HttpAnswer, HttpRequest } from '#api/http-client.ts';
import type { OfficeStatus } from '#domain/application/status.ts';
import {
  copyOf,
  emptyDisk,
  hasAllDocuments,
  missingDocuments,
  type OfficeApplication,
  type OfficeDisk,
  type OfficeDocument,
  type Submission,
} from './office-records.ts';
import { isAnnouncement, isSubmission, json, problem, upload } from './office-answers.ts';
import { revise, type TakenRevision } from './office-revisions.ts';
import { PhantomBytes } from './phantom-bytes.ts';

/** A moment at which the process may die. `true`: it is dead, nothing after this happens, nobody is answered. */
export type Dies = (moment: 'app.commit' | 'chunk.append' | 'chunk.offset' | 'object.verify' | 'resp.sent') => boolean;

export interface ModelOffice {
  /** Null: the process died before it could answer. */
  answer(request: HttpRequest, accountId: string | null, nowMs: number, dies: Dies): HttpAnswer | null;
  /** An official moves an application on. */
  moveOn(applicationId: string, to: OfficeStatus, nowMs: number): void;
  readonly disk: OfficeDisk;
  /** Counts everything that changed on the disk. */
  readonly writes: number;
  backUp(): OfficeDisk;
  restore(backup: OfficeDisk): void;
  /** The stored bytes of an upload that was not judged yet are gone. */
  loseObject(): void;
  /** What an upload URL stands for. */
  uploadOf(uploadUrl: string): OfficeDocument | undefined;
  forgetUploads(): void;
  forgetCursors(): void;
  /** Every application that was ever complete here, with its number: what a receipt may truly say. */
  readonly everComplete: ReadonlyMap<string, string>;
  /** Every repair that was ever taken, in order. */
  readonly taken: readonly TakenRevision[];
}

const pageLimit = 100;

export function createModelOffice(): ModelOffice {
  let disk = emptyDisk();
  let writes = 0;
  const everComplete = new Map<string, string>();
  const taken: TakenRevision[] = [];

  function change(application: OfficeApplication, nowMs: number): void {
    const { id, ownerId, status, version } = application;
    writes += 1;
    disk.applications.set(id, application);
    disk.changes.push({ seq: disk.changes.length + 1, ownerId, applicationId: id, status, version, atMs: nowMs });
    if (status !== 'incomplete') everComplete.set(id, application.registrationNumber);
  }

  function keepDocument(document: OfficeDocument): void {
    writes += 1;
    disk.documents.set(document.id, document);
  }

  function byKey(uploadKey: string): OfficeDocument | undefined {
    for (const document of disk.documents.values()) if (document.uploadKey === uploadKey) return document;
    return undefined;
  }

  function submit(request: HttpRequest, id: string, ownerId: string, nowMs: number, dies: Dies): HttpAnswer | null {
    const { body } = request;
    if (!(body instanceof PhantomBytes) || !isSubmission(body.content)) return problem(422);
    if (body.isSpoilt) return problem(400);
    const held = disk.applications.get(id);
    if (held !== undefined) {
      if (held.ownerId !== ownerId) return problem(404);
      return held.fingerprint === body.source ? json(200, receiptOf(held)) : problem(409);
    }
    if (!body.content.documents.every((listed) => fits(listed, id, ownerId))) return problem(422);
    if (dies('app.commit')) return null;
    disk.registered += 1;
    const application: OfficeApplication = {
      id,
      ownerId,
      fingerprint: body.source,
      submission: body.content,
      registrationNumber: `R-${String(disk.epoch)}-${String(disk.registered)}`,
      receivedAtMs: nowMs,
      status: 'incomplete',
      version: 1,
    };
    const isWhole = hasAllDocuments(disk, application);
    change(isWhole ? { ...application, status: 'submitted' } : application, nowMs);
    return json(201, receiptOf(disk.applications.get(id) ?? application));
  }

  /** A paper that is known already must be the one that is listed now. */
  function fits(listed: Submission['documents'][number], applicationId: string, ownerId: string): boolean {
    const known = disk.documents.get(listed.id);
    if (known === undefined) return true;
    const isSame = known.size === listed.size && known.sha256 === listed.sha256;
    return isSame && known.ownerId === ownerId && known.applicationId === applicationId;
  }

  function receiptOf(application: OfficeApplication) {
    const { id, registrationNumber, status, version, receivedAtMs } = application;
    return {
      id,
      registrationNumber,
      status,
      version,
      receivedAt: new Date(receivedAtMs).toISOString(),
      missingDocuments: missingDocuments(disk, application),
    };
  }

  function announce(request: HttpRequest, id: string, ownerId: string, nowMs: number, dies: Dies): HttpAnswer | null {
    const said: unknown = typeof request.body === 'string' ? JSON.parse(request.body) : null;
    if (!isAnnouncement(said)) return problem(422);
    const held = disk.documents.get(id);
    if (held !== undefined) {
      if (held.ownerId !== ownerId) return problem(404);
      const isSame =
        held.applicationId === said.applicationId && held.size === said.size && held.sha256 === said.sha256;
      if (!isSame) return problem(409);
      // A process may have died between the last byte and the verdict: then it is given now.
      if (judge(held, 200, nowMs, dies) === null) return null;
      return json(200, ticketOf(disk.documents.get(id) ?? held));
    }
    const application = disk.applications.get(said.applicationId);
    if (application !== undefined && application.ownerId !== ownerId) return problem(404);
    const listed = application?.submission.documents.find((one) => one.id === id);
    const isListed = listed?.size === said.size && listed.sha256 === said.sha256;
    if (application !== undefined && !isListed) return problem(409);
    disk.uploads += 1;
    const document: OfficeDocument = {
      id,
      ownerId,
      applicationId: said.applicationId,
      size: said.size,
      sha256: said.sha256,
      uploadKey: `u${String(disk.epoch)}-${String(disk.uploads)}`,
      storedBytes: 0,
      isSpoilt: false,
      isVerified: false,
    };
    keepDocument(document);
    return json(201, ticketOf(document));
  }

  function patch(request: HttpRequest, document: OfficeDocument, nowMs: number, dies: Dies): HttpAnswer | null {
    const { body } = request;
    const offset = Number(request.headers?.['Upload-Offset']);
    if (!(body instanceof PhantomBytes)) return problem(415);
    if (offset + body.byteLength > document.size) return problem(413);
    const held = document.isVerified ? document.size : document.storedBytes;
    if (offset !== held) return problem(409, { 'upload-offset': String(held) });
    if (document.isVerified) return upload(204, document.size);
    if (dies('chunk.append')) return null;
    const isForeign = body.source !== document.sha256 || body.from !== offset;
    const next: OfficeDocument = {
      ...document,
      storedBytes: offset + body.byteLength,
      isSpoilt: document.isSpoilt || body.isSpoilt || isForeign,
    };
    keepDocument(next);
    // Sizes are read from what is stored, so that a crash here leaves nothing wrong behind.
    if (dies('chunk.offset')) return null;
    return judge(next, 204, nowMs, dies);
  }

  /** The verdict, once every byte is there. */
  function judge(document: OfficeDocument, status: number, nowMs: number, dies: Dies): HttpAnswer | null {
    if (document.isVerified) return upload(status, document.size);
    if (document.storedBytes < document.size) return upload(status, document.storedBytes);
    if (dies('object.verify')) return null;
    if (document.isSpoilt) {
      keepDocument({ ...document, storedBytes: 0, isSpoilt: false });
      return status === 200 ? upload(200, 0) : problem(460, { 'upload-offset': '0' });
    }
    keepDocument({ ...document, isVerified: true });
    const application = disk.applications.get(document.applicationId);
    if (application?.status === 'incomplete' && hasAllDocuments(disk, application)) {
      change({ ...application, status: 'submitted', version: application.version + 1 }, nowMs);
    }
    return upload(status, document.size);
  }

  function changesAfter(target: string, ownerId: string): HttpAnswer {
    const after = /[?&]after=([^&]*)/.exec(target)?.[1];
    const [epoch, seq] = after === undefined ? [disk.epoch, 0] : decodeURIComponent(after).split('.').map(Number);
    if (epoch !== disk.epoch || seq === undefined) return problem(410);
    const own = disk.changes.filter((item) => item.ownerId === ownerId && item.seq > seq);
    const page = own.slice(0, pageLimit);
    return json(200, {
      items: page.map(({ applicationId, status, version, atMs }) => ({
        applicationId,
        kind: 'application',
        status,
        version,
        at: new Date(atMs).toISOString(),
      })),
      next: `${String(disk.epoch)}.${String(page.at(-1)?.seq ?? seq)}`,
      more: own.length > page.length,
    });
  }

  function route(request: HttpRequest, accountId: string, nowMs: number, dies: Dies): HttpAnswer | null {
    const { method, target } = request;
    const id = target.slice(target.lastIndexOf('/') + 1);
    if (target === '/v1/me') return json(200, { accountId, name: 'KANARI' });
    if (target.startsWith('/v1/changes')) return changesAfter(target, accountId);
    if (target.startsWith('/v1/applications/')) {
      const revised = revise({ disk, change, receiptOf, taken }, request, accountId, nowMs, dies);
      if (revised !== undefined) return revised;
      if (method === 'PUT') return submit(request, id, accountId, nowMs, dies);
      const application = disk.applications.get(id);
      if (application?.ownerId !== accountId) return problem(404);
      return json(200, { ...receiptOf(application), updatedAt: new Date(nowMs).toISOString(), reason: null });
    }
    if (target.startsWith('/v1/documents/')) return announce(request, id, accountId, nowMs, dies);
    const document = byKey(id);
    if (document?.ownerId !== accountId) return problem(404);
    return method === 'HEAD' ? judge(document, 200, nowMs, dies) : patch(request, document, nowMs, dies);
  }

  return {
    answer(request, accountId, nowMs, dies) {
      const answer = accountId === null ? problem(401) : route(request, accountId, nowMs, dies);
      return answer === null || dies('resp.sent') ? null : answer;
    },
    moveOn(applicationId, to, nowMs) {
      const application = disk.applications.get(applicationId);
      if (application === undefined || application.status === 'incomplete') return;
      change({ ...application, status: to, version: application.version + 1 }, nowMs);
    },
    get disk() {
      return disk;
    },
    backUp: () => copyOf(disk),
    get writes() {
      return writes;
    },
    restore(backup) {
      writes += 1;
      disk = { ...copyOf(backup), epoch: disk.epoch + 1 };
    },
    loseObject() {
      const lost = [...disk.documents.values()].find(({ isVerified, storedBytes }) => !isVerified && storedBytes > 0);
      if (lost !== undefined) keepDocument({ ...lost, storedBytes: 0, isSpoilt: false });
    },
    uploadOf(uploadUrl) {
      return byKey(uploadUrl.slice(uploadUrl.lastIndexOf('/') + 1));
    },
    forgetUploads() {
      for (const document of disk.documents.values()) {
        if (document.isVerified) continue;
        disk.uploads += 1;
        const uploadKey = `u${String(disk.epoch)}-${String(disk.uploads)}`;
        keepDocument({ ...document, uploadKey, storedBytes: 0, isSpoilt: false });
      }
    },
    forgetCursors() {
      disk.epoch += 1;
    },
    everComplete,
    taken,
  };
}

function ticketOf({ id, size, storedBytes, isVerified, uploadKey }: OfficeDocument) {
  if (isVerified) return { id, state: 'clean', uploadUrl: null, offset: size };
  return {
    id,
    state: storedBytes > 0 ? 'uploading' : 'expected',
    uploadUrl: `/v1/uploads/${uploadKey}`,
    offset: storedBytes,
  };
}
