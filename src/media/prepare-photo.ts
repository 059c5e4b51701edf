import type { PaperDoubt } from '#domain/document/doubt.ts';
import type { MediaType } from '#domain/service/definition.ts';
import { decodePhoto } from './decode-photo.ts';
import { drawPhoto } from './draw-photo.ts';
import { judgePhoto } from './judge/judge-photo.ts';
import { luminanceOf } from './judge/luminance.ts';
import { countPixels } from './metadata/count-pixels.ts';
import { stripMetadata } from './metadata/strip-metadata.ts';
import type { PrepareOrder } from './paper-protocol.ts';
import { isSmallEnough, type PhotoPlan, photoPlans } from './photo-plan.ts';

export interface PreparedPhoto {
  readonly bytes: ArrayBuffer;
  readonly mediaType: MediaType;
  readonly doubts: readonly PaperDoubt[];
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
  const asItIs = { bytes: stripMetadata(bytes, mediaType), mediaType, doubts: [] };
  const pixels = countPixels(new Uint8Array(bytes), mediaType);
  const photo = await decodePhoto(new Blob([bytes], { type: mediaType }), pixels);
  if (photo === null) return asItIs;
  const longSide = Math.max(photo.width, photo.height);
  const canvas = drawPhoto(photo, { longSide: plan.longSide, corners: order.corners });
  photo.close();
  const drawn = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  if (canvas === null || drawn === undefined) return asItIs;
  const doubts = judgePhoto(luminanceOf(drawn.data, drawn.width, drawn.height), longSide);
  const mustChange =
    order.corners !== undefined || !isSmallEnough({ longSide, sizeBytes: asItIs.bytes.byteLength }, plan);
  if (!mustChange || !order.accept.includes('image/jpeg')) return { ...asItIs, doubts };
  const encoded = await encode(canvas, plan);
  const gains = encoded !== null && (order.corners !== undefined || encoded.byteLength < asItIs.bytes.byteLength);
  return gains ? { bytes: encoded, mediaType: 'image/jpeg', doubts } : { ...asItIs, doubts };
}

/** JPEG; once more with less quality where the first is over the target. Null when the browser made something else. */
async function encode(canvas: OffscreenCanvas, plan: PhotoPlan): Promise<ArrayBuffer | null> {
  const first = await canvas.convertToBlob({ type: 'image/jpeg', quality: plan.quality });
  if (first.type !== 'image/jpeg') return null;
  if (first.size <= plan.targetBytes) return await first.arrayBuffer();
  const second = await canvas.convertToBlob({ type: 'image/jpeg', quality: plan.leastQuality });
  return await second.arrayBuffer();
}
