import { v7 } from 'uuid';
import { createDeskOffice } from '#api/desk-office.ts';
import { fetchPaper } from '#api/desk-paper.ts';
import type { HttpClient } from '#api/http-client.ts';
import { sha256Hex } from '#media/sha256.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { createDeskMenu } from '#services/desk/desk-menu.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { openPaper } from './open-paper.ts';

/** The desk of an official, put together when its first screen is opened. It needs no store: nothing is kept. */
export function openDesk(http: HttpClient): DeskMenu {
  const { nowMs, sleep } = browserClock;
  const menu = createDeskMenu({
    office: { ...createDeskOffice(http, nowMs), paper: (documentId) => fetchPaper(documentId) },
    digest: sha256Hex,
    openPdf: (bytes) => openPaper(() => Promise.resolve({ bytes, mediaType: 'application/pdf' }), ''),
    nowMs,
    newId: () => v7(),
    sleep: (delayMs) => sleep(delayMs, new AbortController().signal),
    chance: () => Math.random(),
  });
  addEventListener('online', () => menu.sayAgain());
  return menu;
}
