import { startsOf, timeOf } from '../clock.ts';
import { countCalls } from '../evaluate/between-sittings.ts';
import { type Held, holdSitting, type Known } from '../evaluate/held.ts';
import type { Plan, Request, Sitting, Slot } from '../problem.ts';

/** The plan as it stands, found by day, cadre and request. */
export interface Standing {
  readonly known: Known;
  readonly all: readonly Held[];
  readonly byDay: ReadonlyMap<number, readonly Held[]>;
  /** Sittings a cadre comes to, by `week cadre`. */
  readonly calls: ReadonlyMap<string, number>;
  readonly placeOf: ReadonlyMap<string, Held>;
  /** Requests set by hand. */
  readonly byHand: ReadonlySet<string>;
  /** Sittings set by hand that nobody may join. */
  readonly closed: ReadonlySet<Sitting>;
}

export const standing = (known: Known, plan: Plan): Standing => {
  const all = plan.sittings.flatMap((sitting) => holdSitting(known, sitting) ?? []);
  const shut = new Set(
    (known.problem.fixed ?? []).filter(({ open }) => !open).flatMap(({ agenda }) => agenda),
  );
  return {
    known,
    all,
    byDay: Map.groupBy(all, ({ slot }) => slot.day),
    calls: countCalls(all),
    placeOf: new Map(all.flatMap((held) => held.sitting.agenda.map((id) => [id, held] as const))),
    byHand: new Set((known.problem.fixed ?? []).flatMap(({ agenda }) => agenda)),
    closed: new Set(plan.sittings.filter(({ agenda }) => agenda.some((id) => shut.has(id)))),
  };
};

/** A way to place a request: a sitting of its own, or another that it joins. */
export interface Candidate {
  readonly held: Held;
  readonly joins: Held | undefined;
}

const releasable = (items: readonly Request[], cadre: string): boolean =>
  items.every(({ cadres, quorum }) => !cadres.includes(cadre) || (quorum && !quorum.named?.includes(cadre)));

/** Releases whom the quorum lets go and who could not come. */
const release = ({ known, calls }: Standing, held: Held, absent: (cadre: string) => boolean): Held => {
  if (!held.requests.some(({ quorum }) => quorum)) return held;
  const released = [...held.needs.keys()].filter((cadre) => {
    const full =
      (calls.get(`${held.week} ${cadre}`) ?? 0) >= (known.quota.get(cadre) ?? Number.POSITIVE_INFINITY);
    return (full || absent(cadre)) && releasable(held.requests, cadre);
  });
  return holdSitting(known, { ...held.sitting, released }) ?? held;
};

const alone = (state: Standing, request: Request, slot: Slot, engaged: Engaged): Candidate[] => {
  const starts = startsOf(slot, Math.min(request.minutes, slot.minutes));
  return starts.flatMap((at) => {
    const sitting: Sitting = {
      slot: slot.id,
      ...(slot.until === undefined ? {} : { start: timeOf(at) }),
      agenda: [request.id],
    };
    const held = holdSitting(state.known, sitting);
    return held ? [{ held: release(state, held, engaged(held)), joins: undefined }] : [];
  });
};

/** Behind the others, or before them when one of them waits for it. */
const joined = (state: Standing, request: Request, other: Held): Candidate[] => {
  const first = other.requests.some(({ after }) => after.includes(request.id));
  const agenda = first ? [request.id, ...other.sitting.agenda] : [...other.sitting.agenda, request.id];
  const held = holdSitting(state.known, { ...other.sitting, agenda });
  return held ? [{ held, joins: other }] : [];
};

type Engaged = (held: Held) => (cadre: string) => boolean;

/** Every way to place the request on a day from `from` to `to`, whatever rules it breaks. */
export const candidatesOf = (
  state: Standing,
  request: Request,
  [from, to]: readonly [number, number],
  engaged: Engaged,
): Candidate[] => {
  const near = state.known.problem.slots.filter(({ day }) => day >= from && day <= to);
  return [
    ...near.flatMap((slot) => alone(state, request, slot, engaged)),
    ...state.all
      .filter(({ slot, sitting }) => slot.day >= from && slot.day <= to && !state.closed.has(sitting))
      .flatMap((other) => joined(state, request, other)),
  ];
};
