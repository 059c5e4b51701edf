/** The day to begin with that the address names (`?first=7`), so that a link shows everybody the same days; else null. */
export function firstOf(search: string): number | null {
  const said = new URLSearchParams(search).get('first') ?? '';
  return /^[1-9]\d{0,8}$/.test(said) ? Number(said) : null;
}
