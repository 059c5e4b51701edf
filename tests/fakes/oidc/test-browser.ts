/** A browser as far as signing in needs one: it keeps cookies, each for its own origin, and goes where it is sent. */
export interface TestBrowser {
  /** Follows redirects until a page or, with `stopAt`, until it would go to an address that begins so. */
  visit(url: string, options?: VisitOptions): Promise<Visit>;
  /** Value of a cookie; undefined when there is none. */
  cookie(origin: string, name: string): string | undefined;
  setCookie(origin: string, name: string, value: string): void;
}

export interface VisitOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly stopAt?: string;
}

export interface Visit {
  /** The last address that was asked, or that was stopped at. */
  readonly url: string;
  readonly status: number;
  readonly text: string;
  readonly setCookies: readonly string[];
}

const mostSteps = 12;

export function testBrowser(): TestBrowser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (origin: string) => {
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };

  async function step(url: string, headers: Readonly<Record<string, string>>) {
    const jar = jarOf(new URL(url).origin);
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { ...headers, Cookie } });
    for (const line of answer.headers.getSetCookie()) keep(jar, line);
    return answer;
  }

  return {
    visit: async (start, { headers = {}, stopAt } = {}) => {
      let url = start;
      const setCookies: string[] = [];
      for (let count = 0; count < mostSteps; count += 1) {
        const answer = await step(url, headers);
        setCookies.push(...answer.headers.getSetCookie());
        const location = answer.headers.get('location');
        const text = await answer.text();
        if (location === null) return { url, status: answer.status, text, setCookies };
        url = new URL(location, url).href;
        if (stopAt !== undefined && url.startsWith(stopAt)) return { url, status: answer.status, text, setCookies };
      }
      throw new Error(`Sent on and on, at last to ${new URL(url).pathname}`);
    },
    cookie: (origin, name) => jarOf(origin).get(name),
    setCookie: (origin, name, value) => void jarOf(origin).set(name, value),
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ');
  const end = pair.indexOf('=');
  const [name, value] = [pair.slice(0, end), pair.slice(end + 1)];
  const isGone = attributes.some((text) => /^max-age=0$/i.test(text) || /^expires=Thu, 01 Jan 1970/i.test(text));
  if (isGone) jar.delete(name);
  else jar.set(name, value);
}
