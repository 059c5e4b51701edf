import { deliveryProblem } from '../messages/id/delivery-problem.ts';
import { defineMessages } from '../messages.ts';

export const deliveryProblemWords = defineMessages(
  deliveryProblem,
  async () => (await import('../messages/en/delivery-problem.ts')).deliveryProblem,
);
