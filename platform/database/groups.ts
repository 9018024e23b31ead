/** What became of one piece of work, as `Promise.allSettled` says it. */
export type Outcome<Out> = PromiseSettledResult<Out>;

interface Groups<In, Out> {
  /** Decided when its group has committed, and rejected like any call. */
  readonly add: (one: In) => Promise<Out>;
}

export interface GroupOptions<In, Out> {
  /**
   * Does a group in one transaction. A refusal of one is that one's outcome; whatever is thrown undoes all of
   * them, and each is then done alone.
   */
  readonly run: (group: readonly In[]) => Promise<readonly Outcome<Out>[]>;
  /** Only what has the same is done together (a transaction has one tenant). */
  readonly apart: (one: In) => string;
  /** What two of one group may not share: the later waits for the next group and so sees what the first did. */
  readonly alone: (one: In) => readonly string[];
  readonly most: number;
  /** Groups of one kind under way at once, at most: one that waits for a lock does not hold up the others. */
  readonly atOnce: number;
}

interface Waiting<In, Out> {
  readonly one: In;
  readonly resolve: (value: Out) => void;
  readonly reject: (error: unknown) => void;
}

/** What waits and what is under way of one kind. */
interface Lane<In, Out> {
  waiting: Waiting<In, Out>[];
  running: number;
  /** Keys of those under way that none may share. */
  readonly busy: Set<string>;
  called: boolean;
  /** When the last group started, as `performance.now()` says it. */
  startedAt: number;
  /** How long a group takes of late, ms. */
  usualMs: number;
}

/** The first that fit together; the rest keep their order. */
const takeGroup = <In, Out>(
  lane: Lane<In, Out>,
  { alone, most }: GroupOptions<In, Out>,
): Waiting<In, Out>[] => {
  const taken: Waiting<In, Out>[] = [];
  const left: Waiting<In, Out>[] = [];
  const seen = new Set(lane.busy);
  for (const waiting of lane.waiting) {
    const keys = alone(waiting.one);
    const fits = taken.length < most && !keys.some((key) => seen.has(key));
    (fits ? taken : left).push(waiting);
    // Also of those left: nobody overtakes an earlier one about the same.
    for (const key of keys) seen.add(key);
  }
  lane.waiting = left;
  return taken;
};

/**
 * Group commit: what arrives while a group is under way waits and goes as the next one, so that begin, commit
 * and the wait for the disk are paid once for all of them. One that comes alone goes at once.
 */
export const createGroups = <In, Out>(options: GroupOptions<In, Out>): Groups<In, Out> => {
  const lanes = new Map<string, Lane<In, Out>>();

  const runGroup = async (group: readonly Waiting<In, Out>[]): Promise<void> => {
    try {
      const outcomes = await options.run(group.map(({ one }) => one));
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[index];
        if (outcome?.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome?.reason ?? new Error('a piece of work without an outcome'));
      }
    } catch (error) {
      if (group.length > 1) for (const waiting of group) await runGroup([waiting]);
      else group[0]?.reject(error);
    }
  };

  const start = async (kind: string, lane: Lane<In, Out>, group: readonly Waiting<In, Out>[]) => {
    const keys = group.flatMap(({ one }) => options.alone(one));
    for (const key of keys) lane.busy.add(key);
    lane.running += 1;
    lane.startedAt = performance.now();
    const { startedAt } = lane;
    const halfway = setTimeout(startWaiting, Math.ceil(lane.usualMs / 2), kind, lane);
    await runGroup(group);
    clearTimeout(halfway);
    lane.usualMs += (performance.now() - startedAt - lane.usualMs) / 8;
    for (const key of keys) lane.busy.delete(key);
    lane.running -= 1;
    startWaiting(kind, lane);
  };

  const startWaiting = (kind: string, lane: Lane<In, Out>): void => {
    lane.called = false;
    // The next starts when the one before is halfway: one works while the other waits for the disk.
    const halfway = performance.now() - lane.startedAt >= lane.usualMs / 2;
    if (lane.running === 0 || (halfway && lane.running < options.atOnce)) {
      const group = takeGroup(lane, options);
      if (group.length > 0) void start(kind, lane, group);
    }
    if (lane.running === 0 && lane.waiting.length === 0) lanes.delete(kind);
  };

  return {
    add: (one) =>
      new Promise((resolve, reject) => {
        const kind = options.apart(one);
        const lane = lanes.get(kind) ?? {
          waiting: [],
          running: 0,
          busy: new Set(),
          called: false,
          startedAt: 0,
          usualMs: 2,
        };
        lanes.set(kind, lane);
        lane.waiting.push({ one, resolve, reject });
        // What arrives in the same turn of the event loop goes together.
        if (!lane.called) setImmediate(startWaiting, kind, lane);
        lane.called = true;
      }),
  };
};
