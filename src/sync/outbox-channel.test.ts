import fc from 'fast-check';
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

it('of all that can be sent between tabs and workers, one message is read, and nothing of it but that it is that one', () => {
  const near = fc.record(
    { version: fc.oneof(fc.constant(1), fc.anything()), type: fc.oneof(fc.constant('more'), fc.anything()) },
    { requiredKeys: [] },
  );
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(near, fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true })), (data) => {
      const message = readChannelMessage(data);
      if (message === undefined) return;
      read += 1;
      expect(message).toEqual({ version: 1, type: 'more' });
      expect(data).toMatchObject({ version: 1, type: 'more' });
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(100);
});
