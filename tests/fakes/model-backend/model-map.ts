import { type ModelAnswer, type ModelRequest, problemAnswer, taggedAnswer } from './model-answer.ts';
import type { ModelState } from './model-state.ts';

/** One tile for the whole earth, at an address of this backend's own choice. */
export const modelMap = {
  tiles: '/v1/map-tiles/{z}/{x}/{y}?gaya=polos',
  minZoom: 0,
  maxZoom: 0,
  bounds: [-180, -85, 180, 85],
  attribution: 'KANARI',
};

export function answerTile(state: ModelState, request: ModelRequest): ModelAnswer {
  if (request.path !== '/v1/map-tiles/0/0/0') return problemAnswer(404, 'No such tile');
  if (state.has('map-as-page'))
    return { status: 200, headers: { 'content-type': 'image/png' }, body: '<!doctype html>' };
  const body = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return taggedAnswer(request, '"satu"', { status: 200, headers: { 'content-type': 'image/png' }, body });
}
