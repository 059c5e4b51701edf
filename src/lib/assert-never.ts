/** Marks a switch as complete: a new member of the union fails to compile here, not at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
