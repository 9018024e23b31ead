import type { Actor } from '#platform/contract/actor.ts';
import type { TopicCheck } from './service-types.ts';

/** Most topics one page listens to at once. */
const most = 50;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Who may listen to what: the office's news all, a committee's, department's and account's only its own. */
export const createTopics = () => {
  const checks = new Map<string, TopicCheck>([
    ['committee', async (who, id) => who.committee === id],
    ['department', async (who, id) => who.department === id],
    ['account', async (who, id) => who.account === id],
  ]);

  const may = async (who: Actor, topic: string): Promise<boolean> => {
    if (topic === 'office') return true;
    const [prefix = '', id = ''] = topic.split(':');
    return uuid.test(id) && ((await checks.get(prefix)?.(who, id)) ?? false);
  };

  return {
    register: (prefix: string, check: TopicCheck) => void checks.set(prefix, check),
    /** The topics of a comma-separated list, or null when one of them is not this person's. */
    authorise: async (who: Actor, list: string): Promise<ReadonlySet<string> | null> => {
      const topics = new Set(
        list
          .split(',')
          .map((topic) => topic.trim())
          .filter((topic) => topic !== ''),
      );
      if (topics.size === 0 || topics.size > most) return null;
      const answers = await Promise.all([...topics].map((topic) => may(who, topic)));
      return answers.every(Boolean) ? topics : null;
    },
  };
};

export type Topics = ReturnType<typeof createTopics>;
