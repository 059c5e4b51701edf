const keptAs = 'bench60';

/** A draft that an earlier visit began. */
export function knownForm60(): string | null {
  return localStorage.getItem(keptAs);
}

export function isForm60Asked(): boolean {
  return location.pathname === '/f/bench60';
}

export function goToForm60(draftId: string): void {
  localStorage.setItem(keptAs, draftId);
  history.replaceState(null, '', `/isi/${draftId}/semua`);
}
