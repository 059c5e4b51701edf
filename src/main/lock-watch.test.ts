import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchUse } from './lock-watch.ts';

const minute = 60_000;
const now = vi.fn<() => void>();
const here = vi.fn<() => void>();
class Input extends EventTarget {
  readonly type = 'file';
}
const newPage = () => Object.assign(new EventTarget(), { visibilityState: 'visible' });
let page = newPage();
let picker = new Input();

beforeEach(() => {
  vi.clearAllMocks();
  vi.useFakeTimers({ now: 1_000_000 });
  const everywhere = new EventTarget();
  page = newPage();
  picker = new Input();
  vi.stubGlobal('HTMLInputElement', Input);
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', everywhere.addEventListener.bind(everywhere));
  // What happens at the picker is heard above it, as in a page.
  for (const type of ['click', 'input', 'change']) {
    picker.addEventListener(type, () => {
      const seen = new Event(type);
      Object.defineProperty(seen, 'target', { value: picker });
      everywhere.dispatchEvent(seen);
    });
  }
  watchUse({ now, here }, () => 2 * minute);
  return () => vi.useRealTimers();
});

function see(visibilityState: 'visible' | 'hidden'): void {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
}

describe('R8: an open app locks itself', () => {
  it('in every tab after so long without use', () => {
    vi.advanceTimersByTime(2 * minute - 1);
    expect(now).not.toHaveBeenCalled();
    vi.advanceTimersByTime(minute);
    expect(now).toHaveBeenCalled();
  });

  it('in this tab only when it is out of sight: somebody may be at work in another', () => {
    see('hidden');
    vi.advanceTimersByTime(minute);
    expect(here).toHaveBeenCalled();
    expect(now).not.toHaveBeenCalled();
  });

  it('not while its person takes a photo, however long that takes up to five minutes', () => {
    picker.dispatchEvent(new Event('click'));
    see('hidden');
    vi.advanceTimersByTime(4 * minute);
    see('visible');
    picker.dispatchEvent(new Event('input'));
    picker.dispatchEvent(new Event('change'));
    vi.advanceTimersByTime(minute);
    expect(here).not.toHaveBeenCalled();
    expect(now).not.toHaveBeenCalled();
  });
});
