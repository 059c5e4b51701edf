const longest = 300;
/** "//host" and "/\host" are addresses of somebody else; so is what a browser makes one of by leaving out a tab. */
const plainPath = /^\/(?![/\\])[\w\-./~?=&%]*$/;

/** Where to go on: a page of our own as it was asked for, or the first one. */
export function ownPath(asked: string | undefined, publicOrigin: string): string {
  if (asked === undefined || asked.length > longest || !plainPath.test(asked)) return '/';
  if (!URL.canParse(asked, publicOrigin)) return '/';
  const { origin, pathname, search } = new URL(asked, publicOrigin);
  // Signing in leads to a page, never to another door or to data. "/.//host" is "//host" once it is put straight.
  if (origin !== publicOrigin || !plainPath.test(pathname) || /^\/v1(\/|$)/.test(pathname)) return '/';
  return `${pathname}${search}`;
}
