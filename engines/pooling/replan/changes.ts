import type { Sitting } from '../problem.ts';

/** Where a request is held. */
export interface Where {
  readonly slot: string;
  readonly start?: string;
}

/** What became of a request; `from` null: it is newly placed, `to` null: it is left out now. */
export interface Change {
  readonly request: string;
  readonly from: Where | null;
  readonly to: Where | null;
}

/** Where a sitting is, as a key. */
export const whereKey = ({ slot, start }: { slot: string; start?: string | undefined }): string =>
  `${slot} ${start ?? ''}`;

const whereOf = ({ slot, start }: Where): Where => (start === undefined ? { slot } : { slot, start });

const whereAll = (sittings: readonly Sitting[]): Map<string, Where> =>
  new Map(sittings.flatMap((sitting) => sitting.agenda.map((id) => [id, whereOf(sitting)] as const)));

const isSame = (a: Where | null, b: Where | null): boolean => a?.slot === b?.slot && a?.start === b?.start;

/** Every request that is held elsewhere than before, newly held, or held no longer; in the order of `ids`. */
export const changesBetween = (
  before: readonly Sitting[],
  after: readonly Sitting[],
  ids: readonly string[],
): Change[] => {
  const [old, now] = [whereAll(before), whereAll(after)];
  return ids.flatMap((request) => {
    const [from, to] = [old.get(request) ?? null, now.get(request) ?? null];
    return isSame(from, to) ? [] : [{ request, from, to }];
  });
};

/** Slots whose sitting stays, but holds what it held before in another order. */
export const reorderedSlots = (before: readonly Sitting[], after: readonly Sitting[]): Where[] => {
  const now = new Map(after.map((sitting) => [whereKey(sitting), sitting]));
  return before.flatMap((old) => {
    const agenda = now.get(whereKey(old))?.agenda ?? [];
    const [had, has] = [new Set(old.agenda), new Set(agenda)];
    const [was, is] = [old.agenda.filter((id) => has.has(id)), agenda.filter((id) => had.has(id))];
    return was.some((id, at) => is[at] !== id) ? [whereOf(old)] : [];
  });
};
