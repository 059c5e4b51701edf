import { news } from '../messages/id/news.ts';
import { defineMessages } from '../messages.ts';

export const newsWords = defineMessages(news, async () => (await import('../messages/en/news.ts')).news);
