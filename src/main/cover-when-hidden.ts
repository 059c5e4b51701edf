/**
 * What was on the screen is not to be read in the list of open apps (F95). No browser promises that the page is asked
 * before its picture is taken: it makes it less, not impossible.
 */
export function coverWhenHidden(): void {
  const look = (): void => {
    document.documentElement.toggleAttribute('data-covered', document.visibilityState === 'hidden');
  };
  document.addEventListener('visibilitychange', look);
  // Some browsers bring a page back without a word.
  for (const type of ['pageshow', 'focus']) addEventListener(type, look);
}
