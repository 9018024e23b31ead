import { availableParallelism } from 'node:os';
import { atOnce, spanOf } from './clock.ts';
import { type PlanOptions, planPooling } from './plan-pooling.ts';
import {
  type Busy,
  type Cost,
  levels,
  type Plan,
  type Problem,
  type Request,
  type Sitting,
  type Slot,
} from './problem.ts';

/** Subdistricts side by side, and what calls their cadres together. Nobody belongs to two parts. */
export interface District {
  /** The district's own requests, with its slots; cadres are those of the parts. */
  readonly calls: Problem;
  readonly parts: readonly Problem[];
}

export interface DistrictPlan {
  readonly calls: Plan;
  /** Each part's plan; the district's sittings are in it as if set by hand, with the part's own cadres. */
  readonly parts: readonly Plan[];
  readonly cost: Cost;
}

export interface DistrictOptions extends Omit<PlanOptions, 'onProgress'> {
  /** Parts planned at once. */
  readonly threads?: number;
  readonly onPart?: (part: number, plan: Plan) => void;
}

/** The share of the time that district-wide calls get. */
const CALLS_SHARE = 0.2;

/**
 * Plans district-wide calls first, because they bind everyone; then each subdistrict around them, several at once.
 * Parts share no cadre and no venue, so nothing is lost by planning them apart.
 */
export const planDistrict = async (
  district: District,
  options: DistrictOptions = {},
): Promise<DistrictPlan> => {
  const { threads = availableParallelism(), onPart, budget, ...rest } = options;
  const seconds = budget?.seconds ?? 300;
  const turns = Math.ceil(district.parts.length / threads);
  const share = (part: number) => ({ ...budget, seconds: seconds * part });
  const calls = await planPooling(district.calls, { ...rest, budget: share(CALLS_SHARE) });
  const parts: Plan[] = [];
  const waiting = [...district.parts.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, part] = next;
      const around = withCalls(part, district.calls, calls.sittings);
      const plan = await planPooling(around, { ...rest, budget: share((1 - CALLS_SHARE) / turns) });
      parts[at] = plan;
      onPart?.(at, plan);
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, district.parts.length) }, work));
  return {
    calls,
    parts,
    cost: sum([...parts.map(({ cost }) => cost), { ...calls.cost, callUps: 0, minutesAway: 0 }]),
  };
};

const sum = (costs: readonly Cost[]): Cost =>
  Object.fromEntries(
    levels.map((level) => [level, costs.reduce((total, cost) => total + cost[level], 0)]),
  ) as unknown as Cost;

/** A part with the district's sittings that call its cadres, set by hand in slots that nobody else can take. */
export const withCalls = (part: Problem, calls: Problem, sittings: readonly Sitting[]): Problem => {
  const own = new Set(part.cadres.map(({ id }) => id));
  const requests = new Map(calls.requests.map((request) => [request.id, request]));
  const slots = new Map(calls.slots.map((slot) => [slot.id, slot]));
  const added = sittings.flatMap((sitting) => {
    const slot = slots.get(sitting.slot);
    const mine = slot ? sitting.agenda.flatMap((id) => asPartOf(requests.get(id), slot, own)) : [];
    return mine.length === 0 || !slot ? [] : [{ sitting, slot, mine }];
  });
  const taken = new Map(added.map(({ slot }) => [slot.id, slot]));
  return {
    ...part,
    slots: [
      ...part.slots,
      ...[...taken.values()].map(
        (slot): Slot => ({ ...slot, id: apart(slot.id), venue: apart(slot.venue), seats: null }),
      ),
    ],
    busy: [...part.busy, ...added.flatMap((one) => engagedIn(one, part.slots))],
    requests: [...part.requests, ...added.flatMap(({ mine }) => mine)],
    fixed: [
      ...(part.fixed ?? []),
      ...added.map(({ sitting, mine }) => ({
        ...sitting,
        slot: apart(sitting.slot),
        agenda: mine.map(({ id }) => id),
        ...(sitting.released ? { released: sitting.released.filter((cadre) => own.has(cadre)) } : {}),
      })),
    ],
  };
};

const apart = (id: string): string => `district/${id}`;

interface Added {
  readonly sitting: Sitting;
  readonly slot: Slot;
  readonly mine: readonly Request[];
}

/**
 * Bands are at once when they begin together, so a band of the part that begins earlier or later and runs into the
 * district's sitting must be told: whoever is called has a commitment for the time of that sitting.
 */
const engagedIn = ({ sitting, slot, mine }: Added, bands: readonly Slot[]): Busy[] => {
  const { day, from, to, band } = spanOf(
    slot,
    sitting.start,
    mine.reduce((sum, { minutes }) => sum + minutes, 0),
  );
  const runsInto = bands.some((other) => {
    const span = spanOf(other, undefined, other.minutes);
    return (
      band && span.band && span.from !== from && atOnce({ ...span, band: false }, { day, from, to, band })
    );
  });
  if (!runsInto) return [];
  const cadres = new Set(mine.flatMap((request) => request.cadres));
  return [...cadres].map((cadre) => ({ cadre, day, start: slot.start, minutes: to - from }));
};

/** The district's order is settled already, and what it waits and how late it is are counted with the district. */
const asPartOf = (request: Request | undefined, { day }: Slot, own: ReadonlySet<string>): Request[] => {
  const cadres = request?.cadres.filter((cadre) => own.has(cadre)) ?? [];
  if (!request || cadres.length === 0) return [];
  const { quorum: _, ...plain } = request;
  const settled = { releaseDay: day, deadlineDay: day, after: [], mergeable: true };
  return [{ ...plain, ...settled, id: apart(request.id), cadres }];
};
