/** What a machine can see wrong on a screen: too wide, cut off, too small to press, hidden under a bar. */
import type { Page } from 'playwright-core';

/** Each as one line; empty when nothing is wrong. Moves neither the focus nor the page. */
export async function layoutFaults(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const faults: string[] = [];
    const pageWidth = document.documentElement.clientWidth;
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').slice(0, 40)}"`;
    const isShown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 2 && height > 2 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };
    const isForEarsOnly = (element: Element) => element.closest('[class*="visually"], [class*="hidden"]') !== null;
    const isScrolledSideways = (element: Element): boolean =>
      element.parentElement !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(element.parentElement).overflowX) ||
        isScrolledSideways(element.parentElement));
    const hasOwnText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '');

    const reach = Math.max(document.scrollingElement?.scrollWidth ?? 0, window.innerWidth);
    if (reach > pageWidth) faults.push(`the page is ${reach} wide, the phone ${pageWidth}`);
    for (const element of document.querySelectorAll('body *')) {
      if (!isShown(element) || element instanceof SVGElement) continue;
      const { left, right } = element.getBoundingClientRect();
      if ((right > pageWidth + 1 || left < -1) && !isScrolledSideways(element))
        faults.push(`sticks out of the page: ${nameOf(element)}`);
      if (!hasOwnText(element) || isForEarsOnly(element)) continue;
      const style = getComputedStyle(element);
      const isClamped = style.webkitLineClamp !== 'none' && style.webkitLineClamp !== '';
      const isBox = style.display !== 'inline' && element.clientWidth > 0;
      if (isBox && element.scrollWidth > element.clientWidth + 1) faults.push(`wider than its box: ${nameOf(element)}`);
      const hides = style.overflowY === 'hidden' || style.overflowY === 'clip';
      if (isBox && hides && !isClamped && element.scrollHeight > element.clientHeight + 2)
        faults.push(`cut off below: ${nameOf(element)}`);
    }

    const modal = document.querySelector('dialog[open]') ?? document;
    const pressed = 'a[href], button:not(:disabled), input, select, textarea, summary, [role="option"]';
    for (const element of modal.querySelectorAll(pressed)) {
      const label = element instanceof HTMLInputElement ? element.closest('label') : null;
      const target = label ?? element;
      if (!isShown(target) || element.closest('[class*="skip"]') !== null) continue;
      const { width, height } = target.getBoundingClientRect();
      const isInText =
        getComputedStyle(target).display === 'inline' &&
        target.parentElement !== null &&
        hasOwnText(target.parentElement);
      const least = isInText ? 24 : 43.5;
      // A line of a sentence is as high as its letters; WCAG 2.5.8 leaves it out.
      if (width < least || (height < least && !isInText))
        faults.push(`${Math.round(width)} x ${Math.round(height)} is small to press: ${nameOf(target)}`);
    }
    return [...new Set(faults)];
  });
}

/** What takes the focus under a bar that stays in its place. Goes through all that can take it, and comes back. */
export async function hiddenFocus(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const was = document.activeElement;
    const { scrollX, scrollY } = window;
    const modal = document.querySelector('dialog[open]') ?? document;
    // A short message over the page goes away by itself.
    const bars = [...document.querySelectorAll('body *:not(output)')].filter((element) =>
      ['sticky', 'fixed'].includes(getComputedStyle(element).position),
    );
    const faults: string[] = [];
    for (const element of modal.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input, textarea, select',
    )) {
      if (element.getAttribute('role') === 'combobox' || element.closest('[class*="skip"]') !== null) continue;
      element.focus();
      if (document.activeElement !== element) continue;
      const box = (element.closest('label') ?? element).getBoundingClientRect();
      const over = bars.find((bar) => {
        if (bar.contains(element) || element.closest('dialog[open]') !== bar.closest('dialog[open]')) return false;
        const { top, bottom, height } = bar.getBoundingClientRect();
        return height > 2 && box.top >= top - 1 && box.bottom <= bottom + 1;
      });
      if (over !== undefined) faults.push(`hidden when it has the focus: ${element.outerHTML.slice(0, 120)}`);
    }
    if (was instanceof HTMLElement) was.focus({ preventScroll: true });
    window.scrollTo(scrollX, scrollY);
    return faults;
  });
}

/** All that is read or read out on the screen, each text once. */
export async function wordsOn(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const all = new Set<string>();
    const take = (text: string | null) => {
      const plain = (text ?? '').replaceAll(/\s+/g, ' ').trim();
      if (/\p{L}{2}/u.test(plain)) all.add(plain);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement?.closest('script, style, noscript, output[aria-live]') === null) take(node.nodeValue);
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt], [title]'))
      for (const name of ['aria-label', 'placeholder', 'alt', 'title']) take(element.getAttribute(name));
    return [...all];
  });
}
