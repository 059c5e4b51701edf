import type { CourierMessages } from '../id/courier.ts';

export const courier = {
  give: {
    title: 'Send through another phone',
    text: 'No signal here? Give it to anybody who is going where there is some. Their phone delivers it without being able to open it, and the office still gets it once.',
    save: 'Save the file',
    share: 'Share the file',
    packing: 'Preparing',
    saved: (code: string): string => `File ${code} was saved`,
    packed: (code: string): string =>
      `File ${code}. On the other phone: open Ajukan, Applications, then Open a file to send. The application stays on this phone, and its receipt comes here.`,
    signIn: 'Sign in once on this phone when there is signal. After that it can be given to others.',
    failed: 'The file can’t be made right now. The application is safe on this phone. Try again.',
  },
  carry: {
    title: 'Deliver for others',
    lead: 'Applications of other people that you help to deliver. They are sealed: only the office can open them.',
    empty: 'This phone carries nothing for others.',
    list: 'Carried on this phone',
    item: (code: string): string => `File ${code}`,
    papers: (count: number): string => (count === 1 ? '1 paper' : `${count} papers`),
    state: {
      waiting: 'Waits for signal, then goes by itself',
      delivered: 'Received by the office',
      stopped: 'Can’t be sent from this phone. Its owner still has it.',
    },
    number: (number: string): string => `No. ${number}`,
    forget: 'Remove from this phone',
    forgotten: 'Removed from this phone',
    notForgotten: 'It can’t be removed yet. Try again.',
    notLoaded: 'This part can’t be opened yet. Nothing is lost. Try again when there is internet.',
  },
} satisfies CourierMessages;
