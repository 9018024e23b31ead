import { useLive } from '#platform/ui/live.ts';
import { useMe } from '#platform/ui/me.ts';

/** Keeps a page as things are: what the office changed, or what touches my committee. */
export const useMeetingsLive = (...more: readonly string[]): void => {
  const { committee } = useMe();
  useLive([committee ? `committee:${committee.id}` : 'office', ...more]);
};
