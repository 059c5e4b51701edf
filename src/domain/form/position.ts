/** A place on the ground, as degrees of WGS 84. */
export interface Position {
  /** -90 (south) to 90. */
  readonly latitude: number;
  /** -180 (west) to 180. */
  readonly longitude: number;
  /** Metres around it in which the true place lies; null when nobody has said. */
  readonly accuracyM: number | null;
}

/** Five digits after the point: a metre. */
const digitsKept = 5;
/** No zeros that say nothing, and no place off the earth: one place has one text. */
const degreesNorth = '(-?90|0|-?[1-9]|-?[1-8][0-9]|-?([0-9]|[1-8][0-9])\\.[0-9]{0,4}[1-9])';
const degreesEast = '(-?180|0|-?[1-9]|-?[1-9][0-9]|-?1[0-7][0-9]|-?([0-9]|[1-9][0-9]|1[0-7][0-9])\\.[0-9]{0,4}[1-9])';
/** RFC 5870, the part of it that is used here. For every dialect of regular expressions. */
export const geoUriPattern = `^geo:${degreesNorth},${degreesEast}(;u=(0|[1-9][0-9]{0,6}))?$`;
const geoUri = new RegExp(geoUriPattern);

/** `geo:-6.17834,106.63188;u=12`: one text, whoever wrote the numbers (RFC 5870). */
export function geoUriOf({ latitude, longitude, accuracyM }: Position): string {
  const uncertainty = accuracyM === null ? '' : `;u=${Math.min(9_999_999, Math.max(0, Math.ceil(accuracyM)))}`;
  return `geo:${shortened(latitude)},${shortened(longitude)}${uncertainty}`;
}

/** What a geo URI says; null for anything else, and for a place that is not on the earth. */
export function readGeoUri(text: string): Position | null {
  if (!geoUri.test(text)) return null;
  const [place = '', uncertainty] = text.slice('geo:'.length).split(';u=');
  const [latitude, longitude] = place.split(',').map(Number);
  return onEarth(latitude, longitude, uncertainty === undefined ? null : Number(uncertainty));
}

/**
 * A place as people pass it on: "-6.1783, 106.6319", "6,1783 LS 106,6319 BT", degrees with minutes and seconds, a geo
 * URI, or the address of a map. Null when it says no place.
 */
export function parsePosition(typed: string): Position | null {
  // One blank for many: patterns with several places for blanks would try every way to share them out.
  const text = typed.normalize('NFKC').trim().slice(0, 2_000).replace(/\s+/g, ' ');
  return readGeoUri(text) ?? fromGeoUri(text) ?? fromMapAddress(text) ?? fromNumbers(text);
}

/** -6.17834 and 106.63188 as people here write them: 6,17834° LS, 106,63188° BT. */
export function showPosition({ latitude, longitude }: Position): string {
  const part = (value: number, above: string, below: string) =>
    `${shortened(Math.abs(value)).replace('.', ',')}° ${value < 0 ? below : above}`;
  return `${part(latitude, 'LU', 'LS')}, ${part(longitude, 'BT', 'BB')}`;
}

function shortened(value: number): string {
  return String(Number(value.toFixed(digitsKept)) + 0);
}

function onEarth(
  latitude: number | undefined,
  longitude: number | undefined,
  accuracyM: number | null,
): Position | null {
  if (latitude === undefined || longitude === undefined) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude, accuracyM } : null;
}

/** The marked place before the middle of the map that was looked at. */
const inAddresses = [
  /!3d(-?\d+(?:\.\d+)?)!4d(-?\d+(?:\.\d+)?)/,
  /[?&](?:q|query|ll|mlat)=(-?\d+(?:\.\d+)?)(?:,|%2C|&mlon=)(-?\d+(?:\.\d+)?)/i,
  /[@/](-?\d+(?:\.\d+)?)[,/](-?\d+(?:\.\d+)?)/,
];

function fromMapAddress(text: string): Position | null {
  const address = /https?:\/\/\S+/i.exec(text)?.[0];
  if (address === undefined) return null;
  for (const pattern of inAddresses) {
    const found = pattern.exec(address);
    if (found !== null) return onEarth(Number(found[1]), Number(found[2]), null);
  }
  return null;
}

/** As apps write it: with a map's height, or at 0,0 with the marked place behind it. */
function fromGeoUri(text: string): Position | null {
  const found = /^geo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:[;?](.*))?$/i.exec(text);
  if (found === null) return null;
  const [, latitude, longitude, rest = ''] = found;
  const marked = /(?:^|&)q=(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)/i.exec(rest);
  if (marked !== null) return onEarth(Number(marked[1]), Number(marked[2]), null);
  const isNowhere = Number(latitude) === 0 && Number(longitude) === 0 && rest.includes('q=');
  return isNowhere ? null : onEarth(Number(latitude), Number(longitude), null);
}

const sides = {
  n: { sign: 1, axis: 'latitude' },
  lu: { sign: 1, axis: 'latitude' },
  s: { sign: -1, axis: 'latitude' },
  ls: { sign: -1, axis: 'latitude' },
  e: { sign: 1, axis: 'longitude' },
  bt: { sign: 1, axis: 'longitude' },
  w: { sign: -1, axis: 'longitude' },
  bb: { sign: -1, axis: 'longitude' },
} as const;
const isSide = (word: string): word is keyof typeof sides => Object.hasOwn(sides, word);

/** One number with what follows it: 6°10'42" LS. A comma is a decimal comma only where a digit follows at once. */
const number = '(-?\\d{1,3}(?:[.,]\\d+)?)';
const part = `${number}\\s*°?\\s*(?:(\\d{1,2}(?:[.,]\\d+)?)\\s*['′’]\\s*)?(?:(\\d{1,2}(?:[.,]\\d+)?)\\s*(?:"|″|”|''|′′)\\s*)?(LU|LS|BT|BB|[NSEW])?`;
const pair = new RegExp(`^${part}\\s*[,;]?\\s+${part}$`, 'i');
/** Nothing between the two but a comma, which could be a decimal one: a number has to have a point. */
const closePair = /^(-?\d{1,3}(?:\.\d+)?)[,;](-?\d{1,3}(?:\.\d+)?)$/;

function fromNumbers(text: string): Position | null {
  const close = closePair.exec(text);
  if (close !== null) return text.includes('.') ? onEarth(Number(close[1]), Number(close[2]), null) : null;
  const found = pair.exec(text);
  if (found === null) return null;
  const first = angle(found.slice(1, 5));
  const second = angle(found.slice(5, 9));
  if (first === null || second === null) return null;
  if (first.axis === null && second.axis === null) return onEarth(first.value, second.value, null);
  if (first.axis === second.axis) return null;
  const isSwapped = first.axis === 'longitude' || second.axis === 'latitude';
  return isSwapped ? onEarth(second.value, first.value, null) : onEarth(first.value, second.value, null);
}

function angle(groups: readonly (string | undefined)[]) {
  const [whole = '', minutes = '0', seconds = '0', side] = groups;
  const [wholeValue, minutesValue, secondsValue] = [whole, minutes, seconds].map((one) =>
    Number(one.replace(',', '.')),
  );
  if (wholeValue === undefined || minutesValue === undefined || secondsValue === undefined) return null;
  if (minutesValue >= 60 || secondsValue >= 60) return null;
  const size = Math.abs(wholeValue) + minutesValue / 60 + secondsValue / 3_600;
  const word = side?.toLowerCase() ?? '';
  if (isSide(word)) return { value: sides[word].sign * size, axis: sides[word].axis };
  return { value: whole.startsWith('-') ? -size : size, axis: null };
}
