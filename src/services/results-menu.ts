import type { GivenFile, IssuedAnswer } from '#domain/application/given-result.ts';
import type { OpenPdfResult } from './menu.ts';
import type { Digest } from './ports.ts';

export type ReadResult =
  | {
      readonly kind: 'here';
      readonly bytes: ArrayBuffer;
      readonly kept: 'kept' | 'not-kept';
    }
  /** Other bytes than the office has promised came, or fewer. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'gone' | 'no-connection' };

/** What offices have given. */
export interface ResultsMenu {
  /** From this phone; else from the office, compared by length and SHA-256, and kept for its owner. */
  read(applicationId: string, file: GivenFile): Promise<ReadResult>;
  openPdf(bytes: ArrayBuffer): Promise<OpenPdfResult>;
  /** For anybody. */
  askIssued(number: string): Promise<IssuedAnswer>;
}

/** For their owner only. */
export interface ResultStore {
  /** Verified; null when it is not here, or can't be read. */
  read(applicationId: string, file: GivenFile): Promise<ArrayBuffer | null>;
  /** As it lies there under a lock. */
  readSealed(applicationId: string, file: GivenFile): Promise<ArrayBuffer | null>;
  /** @param under the lock that the bytes are sealed under */
  keep(
    applicationId: string,
    file: GivenFile,
    bytes: ArrayBuffer,
    under?: { readonly lockId: string },
  ): Promise<'kept' | 'not-kept'>;
}

export interface ResultsPorts extends Pick<ResultsMenu, 'openPdf' | 'askIssued'> {
  readonly store: Pick<ResultStore, 'read' | 'keep'>;
  readonly fetchResult: (
    id: string,
  ) => Promise<{ readonly kind: 'ok'; readonly bytes: ArrayBuffer } | { readonly kind: 'gone' | 'no-connection' }>;
  readonly digest: Digest;
  /** Something is kept that is to open without signal. */
  readonly onKept: () => void;
}

export function createResultsMenu(ports: ResultsPorts): ResultsMenu {
  const { store, fetchResult, digest, onKept, openPdf, askIssued } = ports;
  return {
    async read(applicationId, file) {
      const here = await store.read(applicationId, file);
      if (here !== null) return { kind: 'here', bytes: here, kept: 'kept' };
      const fetched = await fetchResult(file.id);
      if (fetched.kind !== 'ok') return fetched;
      const { bytes } = fetched;
      const isWhole = bytes.byteLength === file.sizeBytes && (await digest(bytes)) === file.sha256;
      if (!isWhole) return { kind: 'damaged' };
      const kept = await store.keep(applicationId, file, bytes);
      if (kept === 'kept') onKept();
      return { kind: 'here', bytes, kept };
    },
    openPdf,
    askIssued,
  };
}
