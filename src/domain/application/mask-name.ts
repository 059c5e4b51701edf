/** "Siti Aminah" as "S••• A•••": enough for who knows whom it is for, and nothing for who does not. */
export function maskName(name: string): string {
  return name
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 3)
    .map((word) => `${(Array.from(word)[0] ?? '').toUpperCase()}•••`)
    .join(' ');
}
