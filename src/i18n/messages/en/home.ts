import { englishPlural } from '../../plural.ts';
import type { HomeMessages } from '../id/home.ts';

const applications = (count: number) => englishPlural(count, { one: 'application', other: 'applications' });

export const home = {
  greeting: (hour: number): string => {
    if (hour < 12) return 'Good morning';
    return hour < 18 ? 'Good afternoon' : 'Good evening';
  },
  title: 'What do you need?',
  documentTitle: 'Home',
  unsent: {
    title: (count: number) => `${count} ${applications(count)} not sent yet`,
    text: 'Still on this phone. The office does not have it.',
    signIn: 'Sign in so that it can be sent.',
    see: 'View',
    enter: 'Sign in',
  },
  attention: {
    title: (count: number) => `${count} ${applications(count)} need${count === 1 ? 's' : ''} attention`,
    text: 'It can’t be sent as it is. See why.',
    see: 'See why',
  },
  services: {
    title: 'Services',
    kinds: 'Kind of service',
    all: 'All',
    search: 'Search services',
    searchHint: 'For example: birth, shop',
    found: (count: number) => `${count} ${englishPlural(count, { one: 'service', other: 'services' })}`,
    none: (words: string) => `No service for “${words}”`,
    noneHint: 'Try another word, or see all services.',
    showAll: 'See all services',
    free: 'Free',
    workingDays: (days: number) => `${days} working ${englishPlural(days, { one: 'day', other: 'days' })}`,
    unconfirmedDays: (days: number) =>
      `± ${days} working ${englishPlural(days, { one: 'day', other: 'days' })}, not confirmed`,
  },
  categories: {
    adminduk: 'Cards, deeds, moving',
    desa: 'Village letters',
    kecamatan: 'District office',
    sosial: 'Social aid',
    pengaduan: 'Complaints',
    other: 'Other services',
  },
  catalogue: {
    confirmed: (when: string) => `List of services updated ${when}`,
    offline: 'No internet. This list may have changed.',
    officeTrouble: 'The office can’t be reached. This list may have changed.',
    refreshing: 'Updating services and forms…',
    refresh: 'Update',
    emptyTitle: 'The list of services is not on this phone yet',
    emptyText: 'Connect to the internet once. After that you can fill in without internet.',
    emptyOfficeTrouble: 'The office can’t be reached. Try again in a while.',
    retry: 'Try again',
    failedTitle: 'The list of services can’t be read',
  },
} satisfies HomeMessages;
