import { expect, it } from 'vitest';
import { readChannelMessage } from './outbox-channel.ts';

it('F63: what a tab or worker of another release says is ignored, whatever it is', () => {
  expect(readChannelMessage({ version: 1, type: 'more' })).toEqual({ version: 1, type: 'more' });
  const strange = [null, undefined, 'more', 1, [], {}, { type: 'more' }, { version: 1 }];
  const otherReleases = [
    { version: 2, type: 'more' },
    { version: '1', type: 'more' },
    { version: 1, type: 'purge' },
  ];
  for (const message of [...strange, ...otherReleases]) expect(readChannelMessage(message)).toBeUndefined();
});
