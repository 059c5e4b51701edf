/** What a browser said while a test ran: the console, uncaught errors, titles. Judged when the test ends. */
export class Witness {
  readonly #lines: string[] = [];
  readonly #titles = new Set<string>();
  readonly #complaints: string[] = [];
  readonly #excused: RegExp[] = [];

  console(kind: string, text: string): void {
    this.#lines.push(`[${kind}] ${text}`);
    if (isComplaint(kind, text)) this.#complaints.push(text);
  }

  uncaught(text: string): void {
    this.#lines.push(`[uncaught] ${text}`);
    this.#complaints.push(text);
  }

  title(text: string): void {
    this.#titles.add(text);
  }

  /** The test brings this complaint about on purpose. */
  excuse(pattern: RegExp): void {
    this.#excused.push(pattern);
  }

  /** Complaints so far, the excused ones too. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  get unexcused(): readonly string[] {
    return this.#complaints.filter((complaint) => !this.#excused.some((pattern) => pattern.test(complaint)));
  }

  /** Everything that was said or shown as a title, one a line. */
  transcript(): string {
    return [...this.#lines, ...[...this.#titles].map((title) => `[title] ${title}`)].join('\n');
  }
}

/** A request that fails is what these tests are about, and the browser reports it by itself. */
function isComplaint(kind: string, text: string): boolean {
  if (/Content[- ]Security[- ]Policy/i.test(text)) return true;
  return kind === 'error' && !text.startsWith('Failed to load resource');
}
