/** A paper's id as words, "pengantar_rt_rw" as "Pengantar rt rw": for when its service is not on the phone. */
export function plainSlot(slot: string): string {
  const words = slot.replaceAll(/[_-]+/gu, ' ').trim();
  return words.charAt(0).toLocaleUpperCase('id') + words.slice(1);
}
