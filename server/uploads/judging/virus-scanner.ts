/** Looks for what it knows to be harmful. Resolves for every answer and every silence. */
export interface VirusScanner {
  scan(bytes: Uint8Array): Promise<'clean' | 'infected' | 'no-answer'>;
}
