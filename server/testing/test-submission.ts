import { v7 as uuidv7 } from 'uuid';
import { type TestFile, testFile } from './test-file.ts';
import { testService, validAnswers } from './test-service.ts';

export interface TestPaper {
  readonly id: string;
  readonly slot: string;
  readonly file: TestFile;
}

export interface TestSubmission {
  readonly id: string;
  readonly path: string;
  readonly body: ReturnType<typeof bodyOf>;
  readonly papers: readonly TestPaper[];
}

/** An application as a phone would send it: by default with the one paper that testService requires. */
export function testSubmission(papers: readonly TestPaper[] = [testPaper()]): TestSubmission {
  const id = uuidv7();
  return { id, path: `/v1/applications/${id}`, body: bodyOf(papers), papers };
}

export function testPaper(slot = 'ktp', file = testFile()): TestPaper {
  return { id: uuidv7(), slot, file };
}

export function announcementOf(applicationId: string, { slot, file: { mediaType, size, sha256 } }: TestPaper) {
  return { applicationId, slot, mediaType, size, sha256 };
}

function bodyOf(papers: readonly TestPaper[]) {
  return {
    serviceId: testService.id,
    schemaVersion: testService.schemaVersion,
    data: { ...validAnswers },
    documents: papers.map(({ id, slot, file: { mediaType, size, sha256 } }) => ({ id, slot, mediaType, size, sha256 })),
    capturedAt: '2026-11-23T09:30:00.000Z',
    device: { id: '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f', sequence: 1 },
  };
}
