import { map, type MapMessages } from '../messages/id/map.ts';
import { defineMessages } from '../messages.ts';

export const mapWords = defineMessages<MapMessages>(map, async () => (await import('../messages/en/map.ts')).map);
