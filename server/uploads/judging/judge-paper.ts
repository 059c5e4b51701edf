import type { MediaType } from '#domain/service/definition.ts';
import { inTurns } from '../in-turn.ts';
import { judgeImage } from './judge-image.ts';
import { judgePdf } from './judge-pdf.ts';
import type { PaperVerdict } from './paper-verdict.ts';
import type { VirusScanner } from './virus-scanner.ts';

/** `later`: nobody can say just now, because the scanner gives no answer. */
export type Judged = PaperVerdict | { readonly kind: 'later' };

/** Whether the bytes of a paper, whole and as announced, may be opened by an official. Never rejects over the bytes. */
export type PaperJudge = (bytes: Uint8Array, mediaType: MediaType) => Promise<Judged>;

/** Decoded pictures are large: so many are looked at in one moment, the others wait. */
const mostAtOnce = 2;

/** @param scanner null: none is set up, and the office relies on the rest */
export function createPaperJudge(scanner: VirusScanner | null): PaperJudge {
  const inTurn = inTurns(mostAtOnce);
  return async (bytes, mediaType) => {
    const verdict = await inTurn(() =>
      mediaType === 'application/pdf' ? judgePdf(bytes) : judgeImage(bytes, mediaType),
    );
    if (verdict.kind === 'refused' || scanner === null) return verdict;
    // As it was sent: what is cut off afterwards may be what the scanner knows.
    switch (await scanner.scan(bytes)) {
      case 'clean':
        return verdict;
      case 'infected':
        return { kind: 'refused', reason: 'infected' };
      case 'no-answer':
        return { kind: 'later' };
    }
  };
}
