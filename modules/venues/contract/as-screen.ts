import type { Route } from '#platform/contract/route.ts';
import { problems } from '../problems.ts';

/** The same operation for a paired screen: its credential stands where an account's session would. */
export const asScreen = <R extends Route>(of: R, id: string): R => ({
  ...of,
  id,
  path: `/screen${of.path}`,
  summary: `固定屏：${of.summary}`,
  access: 'public',
  refusals: [...of.refusals, problems.notPaired],
});
