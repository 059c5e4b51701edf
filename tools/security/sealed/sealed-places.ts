/** How the phone was set up that an application was filled in on. */
export const modes = ['no lock', 'lock'] as const;
export type Mode = (typeof modes)[number];

/** The browser's own log of its database, which keeps what was deleted until the browser rewrites it. */
export const databaseLog = 'profile: the log of IndexedDB';

/** What the office answers to a session that asks for the whole of its own application. */
export const ownAnswer = 'the wire, once its person asks for the whole';

/**
 * The only places where something that was filled in may be read once it was sealed, by how the phone is set up. At the
 * office it is there by design: it has opened the seal, and works with what was in it.
 */
export const mayHold: ReadonlyMap<string, readonly Mode[]> = new Map<string, readonly Mode[]>([
  [databaseLog, ['no lock']],
  [ownAnswer, modes],
  ['database: application', modes],
  // Each word of the applicant's name, by which the office searches.
  ['database: applicant_word', modes],
  // Papers out of their seal, written anew for who examines them.
  ['files of the office', modes],
]);

/** A scan that can't find what is there is worth nothing. */
export const mustHold: readonly string[] = [
  ...['database: application', 'database: applicant_word', 'files of the office', ownAnswer],
];

/** Finds by place and mode. */
export type Finds = ReadonlyMap<string, Readonly<Record<Mode, number>>>;

export function faultsOfPlaces(finds: Finds): readonly string[] {
  const forbidden = [...finds].flatMap(([place, counts]) =>
    modes
      .filter((mode) => counts[mode] > 0 && mayHold.get(place)?.includes(mode) !== true)
      .map((mode) => `${place} (${mode}): ${counts[mode]} finds`),
  );
  const blind = mustHold.flatMap((place) =>
    modes
      .filter((mode) => (finds.get(place)?.[mode] ?? 0) === 0)
      .map((mode) => `${place} (${mode}): nothing is found there`),
  );
  return [...forbidden, ...blind];
}

/** A line for each place: what was found there in each mode, and where it may be. */
export function tableOfPlaces(finds: Finds): readonly string[] {
  const rows = [...finds].map(([place, counts]) => [place, ...modes.map((mode) => cell(place, mode, counts[mode]))]);
  const table = [['what was filled in is found in', ...modes], ...rows];
  const widths = [0, ...modes.map((_, index) => index + 1)].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function cell(place: string, mode: Mode, count: number): string {
  return mayHold.get(place)?.includes(mode) === true ? `${count} (allowed)` : String(count);
}
