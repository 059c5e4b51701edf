import type { Corners } from '#domain/document/corners.ts';
import type { PaperDoubt } from '#domain/document/doubt.ts';
import type { MediaType } from '#domain/service/definition.ts';
import { type DecodedPhoto, decodePhoto } from './decode-photo.ts';
import { drawPhoto } from './draw-photo.ts';
import { findPaper } from './find-paper.ts';
import { judgePhoto } from './judge/judge-photo.ts';
import { photoSize } from '#domain/document/metadata/photo-size.ts';
import { mayBeTurned, stripMetadata, withoutMetadata } from '#domain/document/metadata/strip-metadata.ts';
import type { PrepareOrder } from './paper-protocol.ts';
import { readLuminance } from './read-luminance.ts';
import { isSmallEnough, type PhotoPlan, photoPlans } from './photo-plan.ts';

export interface PreparedPhoto {
  readonly bytes: ArrayBuffer;
  readonly mediaType: MediaType;
  readonly doubts: readonly PaperDoubt[];
  /** Where in this photo a paper lies askew, or with much around it. */
  readonly paperAt?: Corners;
}

/**
 * A photo as it is sent: no larger than it must be to be read, without place, time and phone, and judged. One that is
 * small enough keeps its picture bit for bit, and so does one that this browser can't decode.
 */
export async function preparePhoto(
  bytes: ArrayBuffer,
  mediaType: MediaType,
  order: PrepareOrder,
): Promise<PreparedPhoto> {
  const plan = photoPlans[order.quality];
  const asItIs = (seen: Omit<PreparedPhoto, 'bytes' | 'mediaType'>): PreparedPhoto => ({
    bytes: stripMetadata(bytes, mediaType),
    mediaType,
    ...seen,
  });
  const size = photoSize(new Uint8Array(bytes), mediaType);
  // Of a part of the photo all pixels are needed.
  const neededSide = order.corners === undefined ? plan.longSide : null;
  const photo = await decodePhoto({ file: order.file, bytes, mediaType, size }, neededSide);
  if (photo === null) return asItIs({ doubts: [] });
  const longSide = Math.max(size?.width ?? photo.width, size?.height ?? photo.height);
  const canvas = drawAndClose(photo, { longSide: plan.longSide, corners: order.corners });
  const luminance = canvas === null ? null : readLuminance(canvas);
  if (canvas === null || luminance === null) return asItIs({ doubts: [] });
  const isPart = order.corners !== undefined;
  const isDrawn = order.accept.includes('image/jpeg');
  // Its border is where the person has put it, and a straightened paper goes to the picture's.
  const doubts = judgePhoto(luminance, longSide).filter(({ kind }) => !isPart || kind !== 'cut-off');
  const paperAt = isDrawn && !isPart ? findPaper(canvas) : null;
  const seen = { doubts, ...(paperAt === null ? {} : { paperAt }) };
  const encoded = isDrawn ? await encodeIfBetter() : null;
  // Its memory goes now, and not when somebody tidies up.
  canvas.width = 0;
  return encoded === null ? asItIs(seen) : { bytes: encoded, mediaType: 'image/jpeg', ...seen };

  async function encodeIfBetter(): Promise<ArrayBuffer | null> {
    if (canvas === null) return null;
    if (order.corners !== undefined) return await encode(canvas, plan);
    const stripped = withoutMetadata(bytes, mediaType);
    if (stripped === null || mayBeTurned(bytes, mediaType)) return await encode(canvas, plan);
    if (longSide <= plan.longSide && isSmallEnough({ longSide, sizeBytes: stripped.byteLength }, plan)) return null;
    const encoded = await encode(canvas, plan);
    return encoded !== null && encoded.byteLength < bytes.byteLength ? encoded : null;
  }
}

/** Whatever comes of it: the decoded photo is the largest thing that a phone holds here. */
function drawAndClose(photo: DecodedPhoto, how: Parameters<typeof drawPhoto>[1]): ReturnType<typeof drawPhoto> {
  try {
    return drawPhoto(photo, how);
  } finally {
    photo.bitmap.close();
  }
}

/** JPEG; once more with less quality where the first is over the target. Null when the browser made something else. */
async function encode(canvas: OffscreenCanvas, plan: PhotoPlan): Promise<ArrayBuffer | null> {
  const first = await canvas.convertToBlob({ type: 'image/jpeg', quality: plan.quality });
  if (first.type !== 'image/jpeg') return null;
  if (first.size <= plan.targetBytes) return await first.arrayBuffer();
  const second = await canvas.convertToBlob({ type: 'image/jpeg', quality: plan.leastQuality });
  return await second.arrayBuffer();
}
