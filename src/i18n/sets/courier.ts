import { courier } from '../messages/id/courier.ts';
import { defineMessages } from '../messages.ts';

export const courierWords = defineMessages(courier, async () => (await import('../messages/en/courier.ts')).courier);
