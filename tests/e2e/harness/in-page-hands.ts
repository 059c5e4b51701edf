/**
 * Runs in a WebKit page that no driver can reach, see webkit.ts. Fetches one act after the other from the proxy's side
 * door and does it with the DOM events that a finger or a keyboard causes. Must not use anything outside itself: it is
 * sent as text.
 */
export function inPageHands(door: string): void {
  if (typeof document === 'undefined' || Reflect.has(globalThis, 'handsAreHere')) return;
  Reflect.set(globalThis, 'handsAreHere', true);
  const pageId = String(performance.timeOrigin);
  const said: { kind: string; text: string }[] = [];
  const pause = (durationMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, durationMs));

  addEventListener('error', (event) => said.push({ kind: 'error', text: event.message }));
  addEventListener('unhandledrejection', (event) => said.push({ kind: 'error', text: String(event.reason) }));
  addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
    said.push({ kind: 'error', text: `Content Security Policy: ${blockedURI} ${violatedDirective}` }),
  );
  for (const kind of ['error', 'warn'] as const) {
    const report = console[kind].bind(console);
    console[kind] = (...parts: unknown[]): void => {
      said.push({ kind, text: parts.map(String).join(' ') });
      report(...parts);
    };
  }

  // WebKitGTK wedges IndexedDB for all later pages when a page goes while a transaction is under way (seen on 2.50: with
  // closing at pagehide too, without hands too). A person reads before leaving; the hands wait until all is still.
  const working = new Set<IDBTransaction>();
  let lastWorkAtMs = performance.now();
  const begin = Reflect.get(IDBDatabase.prototype, 'transaction');
  IDBDatabase.prototype.transaction = function transaction(...given): IDBTransaction {
    const started = begin.apply(this, given);
    working.add(started);
    const end = (): void => {
      working.delete(started);
      lastWorkAtMs = performance.now();
    };
    started.addEventListener('complete', end);
    started.addEventListener('abort', end);
    return started;
  };
  const untilStill = async (): Promise<void> => {
    while (working.size > 0 || performance.now() - lastWorkAtMs < 1_000) await pause(30);
  };

  const find = async (selector: string): Promise<HTMLElement> => {
    // Who ordered it loses patience, and says what was not there (hands-channel.ts).
    for (;;) {
      const found = document.querySelector(selector);
      const usable = found instanceof HTMLElement && !found.matches(':disabled, [aria-disabled="true"]');
      if (usable && (found.getClientRects().length > 0 || found.matches('input[type="file"]'))) return found;
      await pause(50);
    }
  };

  const type = (field: HTMLElement, text: string): void => {
    field.focus();
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error('not a field');
    field.select();
    if (
      field.type !== 'date' &&
      field.type !== 'time' &&
      document.execCommand('insertText', false, text) &&
      field.value === text
    )
      return;
    // Pickers of dates take no keys here. React listens to the native setter, not to the property it patched.
    const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const attach = async (
    input: HTMLElement,
    files: readonly { name: string; mediaType: string; number: number }[],
  ): Promise<void> => {
    if (!(input instanceof HTMLInputElement)) throw new Error('not an input');
    const basket = new DataTransfer();
    for (const file of files) {
      const bytes = await (await fetch(`${door}file/${file.number}`)).arrayBuffer();
      basket.items.add(new File([bytes], file.name, { type: file.mediaType }));
    }
    input.files = basket.files;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const act = async (order: {
    act: string;
    selector: string;
    value: string;
    files: { name: string; mediaType: string; number: number }[];
  }): Promise<string | number | null> => {
    switch (order.act) {
      case 'press':
        (await find(order.selector)).click();
        return null;
      case 'type':
        type(await find(order.selector), order.value);
        return null;
      case 'choose': {
        const select = await find(order.selector);
        if (!(select instanceof HTMLSelectElement)) throw new Error('not a select');
        Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, order.value);
        select.dispatchEvent(new Event('input', { bubbles: true }));
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return null;
      }
      case 'attach':
        await attach(await find(order.selector), order.files);
        return null;
      case 'count':
        return document.querySelectorAll(order.selector).length;
      case 'text':
        return document.body.innerText;
      case 'path':
        return location.pathname + location.search;
      case 'worker':
        return navigator.serviceWorker.controller?.state ?? null;
      case 'go':
        // Goes only when its answer is there.
        await untilStill();
        return null;
      default:
        throw new Error(`unknown act ${order.act}`);
    }
  };

  const work = async (): Promise<void> => {
    for (let leaving = false; !leaving; ) {
      try {
        const order = await (await fetch(`${door}next?page=${pageId}`, { cache: 'no-store' })).json();
        const reply = await act(order).then(
          (value) => ({ value, error: null }),
          (error: unknown) => ({ value: null, error: String(error) }),
        );
        const body = JSON.stringify({
          id: order.id,
          ...reply,
          title: document.title,
          said: said.splice(0),
        });
        await fetch(`${door}done`, { method: 'POST', body });
        leaving = order.act === 'go';
        if (leaving) location.assign(order.value);
      } catch {
        await pause(100);
      }
    }
  };
  void work();
}
