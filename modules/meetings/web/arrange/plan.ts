import type { MeetingRequest, SittingDraft } from '../../contract.ts';
import { officeInstant } from '../draft.ts';

/** A sitting while it is being arranged. */
export interface Plan {
  readonly chosen: readonly string[];
  /** Ids of all chosen requests' items, in the order they will be held. */
  readonly order: readonly string[];
  readonly title: string;
  readonly day: string;
  readonly clock: string;
  readonly mode: SittingDraft['mode'];
  readonly place: string;
}

export const emptyPlan: Plan = {
  chosen: [],
  order: [],
  title: '',
  day: '',
  clock: '14:00',
  mode: 'video',
  place: '',
};

const clockOf = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(
    new Date(instant),
  );

/** What the first request chosen asks for fills in what is still open. */
const startFrom = ({ purpose, when, mode, place }: MeetingRequest): Partial<Plan> => ({
  title: purpose,
  mode,
  place,
  ...(when.kind === 'fixed'
    ? { day: dayOf(when.startsAt), clock: clockOf(when.startsAt) }
    : { day: when.earliest, clock: when.part === 'morning' ? '09:00' : '14:00' }),
});

/** Takes a request in, its items last; or out again. */
export const choose = (plan: Plan, request: MeetingRequest): Plan => {
  const items = request.items.map(({ id }) => id);
  if (plan.chosen.includes(request.id))
    return {
      ...plan,
      chosen: plan.chosen.filter((id) => id !== request.id),
      order: plan.order.filter((id) => !items.includes(id)),
    };
  return {
    ...plan,
    ...(plan.chosen.length === 0 ? startFrom(request) : {}),
    chosen: [...plan.chosen, request.id],
    order: [...plan.order, ...items],
  };
};

/** Moves an item by some places; past the ends it stays. */
export const moved = (plan: Plan, item: string, by: number): Plan => {
  const from = plan.order.indexOf(item);
  const to = Math.min(Math.max(from + by, 0), plan.order.length - 1);
  return { ...plan, order: plan.order.filter((id) => id !== item).toSpliced(to, 0, item) };
};

/** The plan as the API takes it; null while day, time or title are open, or a request is gone. */
export const sittingDraftOf = (plan: Plan, requests: readonly MeetingRequest[]): SittingDraft | null => {
  const chosen = requests.filter(({ id }) => plan.chosen.includes(id));
  const open = plan.day === '' || plan.clock === '' || plan.title.trim() === '';
  if (open || chosen.length === 0 || chosen.length !== plan.chosen.length) return null;
  return {
    title: plan.title.trim(),
    startsAt: officeInstant(plan.day, plan.clock),
    mode: plan.mode,
    place: plan.place.trim(),
    requests: chosen.map(({ id, revision }) => ({ id, revision })),
    order: [...plan.order],
  };
};
