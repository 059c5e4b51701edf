const wibOffsetMs = 7 * 60 * 60 * 1000;

/** The day it is in western Indonesia at a moment, as ISO 8601; WIB knows no summer time. */
export function wibDate(epochMs: number): string {
  return new Date(epochMs + wibOffsetMs).toISOString().slice(0, 10);
}
