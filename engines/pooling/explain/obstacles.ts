import { atOnce } from '../clock.ts';
import { type Held, hasCommitment } from '../evaluate/held.ts';
import { withinSitting } from '../evaluate/within-sitting.ts';
import type { Request } from '../problem.ts';
import type { Candidate, Standing } from './place.ts';
import type { Relaxation } from './relaxation.ts';

const ownDay = (request: Request, { held }: Candidate): Relaxation[] => {
  const { day } = held.slot;
  const off = day < request.releaseDay || day > request.deadlineDay;
  const wrong = request.mode !== 'either' && request.mode !== held.slot.mode;
  return [
    ...(off ? [{ kind: 'day', day } as const] : []),
    ...(wrong ? [{ kind: 'mode', mode: held.slot.mode } as const] : []),
  ];
};

const inSitting = ({ known }: Standing, request: Request, { held }: Candidate): Relaxation[] => {
  const alone = held.requests.filter(({ mergeable }) => !mergeable).map(({ id }) => id);
  const engaged = held.coming.filter((cadre) => hasCommitment(known, cadre, held.span));
  const found: Relaxation[] = [];
  if (held.requests.length > 1 && alone.length > 0) found.push({ kind: 'pooling', requests: alone });
  if (engaged.length > 0) found.push({ kind: 'commitment', slot: held.slot.id, cadres: engaged });
  for (const { rule, amount = 0 } of withinSitting(known, held)) {
    if (rule === 'too-long') found.push({ kind: 'minutes', slot: held.slot.id, more: amount });
    if (rule === 'seats') found.push({ kind: 'seats', slot: held.slot.id, more: amount });
    if (rule === 'quorum') {
      const missing = (request.quorum?.fewest ?? request.cadres.length) - (request.cadres.length - amount);
      found.push({ kind: 'quorum', request: request.id, by: Math.max(1, missing) });
    }
  }
  return found;
};

const besideOthers = ({ byDay }: Standing, { held, joins }: Candidate): Relaxation[] =>
  (byDay.get(held.slot.day) ?? [])
    .filter((other) => other !== joins && atOnce(other.span, held.span))
    .flatMap((other) => {
      const cadres = [...held.needs.keys()].filter((cadre) => other.needs.has(cadre));
      const slots = { slot: held.slot.id, otherSlot: other.slot.id };
      return [
        ...(other.slot.venue === held.slot.venue ? [{ kind: 'venue', ...slots } as const] : []),
        ...(cadres.length > 0 ? [{ kind: 'at-once', ...slots, cadres } as const] : []),
      ];
    });

/** What each quota would have to give; who came to the joined sitting already counts no further. */
const quotas = ({ known, calls }: Standing, { held, joins }: Candidate): Relaxation[] => {
  const already = new Set(joins?.coming);
  const coming = new Set(held.coming.filter((cadre) => !already.has(cadre)));
  return known.problem.quotas.flatMap(({ cadres, maxSittingsPerWeek }, quota) => {
    const over = cadres.filter(
      (cadre) => coming.has(cadre) && (calls.get(`${held.week} ${cadre}`) ?? 0) >= maxSittingsPerWeek,
    );
    if (over.length === 0) return [];
    const most = Math.max(...over.map((cadre) => calls.get(`${held.week} ${cadre}`) ?? 0));
    return [
      {
        kind: 'quota',
        quota,
        week: held.week,
        by: most + 1 - maxSittingsPerWeek,
        cadres: over.length,
      } as const,
    ];
  });
};

const begins = (a: Held, b: Held): boolean =>
  a.span.day < b.span.day || (a.span.day === b.span.day && a.span.from < b.span.from);

const inOrder = (
  { placeOf, all, byHand }: Standing,
  request: Request,
  { held, joins }: Candidate,
): Relaxation[] => {
  const agenda = held.sitting.agenda;
  const within = (first: string, then: string) => agenda.indexOf(first) < agenda.indexOf(then);
  const late = request.after.filter((id) => {
    const other = placeOf.get(id);
    return !other || !(other === joins ? within(id, request.id) : begins(other, held));
  });
  const early = all.flatMap((other) =>
    other.requests.filter(
      ({ id, after }) =>
        !byHand.has(id) &&
        after.includes(request.id) &&
        !(other === joins ? within(request.id, id) : begins(held, other)),
    ),
  );
  return [
    ...late.map((after) => ({ kind: 'order', after, before: request.id }) as const),
    ...early.map(({ id }) => ({ kind: 'order', after: request.id, before: id }) as const),
  ];
};

/** Everything that stands in the way of a candidate, as what would have to give way; empty: nothing does. */
export const obstaclesOf = (state: Standing, request: Request, candidate: Candidate): Relaxation[] => [
  ...ownDay(request, candidate),
  ...inSitting(state, request, candidate),
  ...besideOthers(state, candidate),
  ...quotas(state, candidate),
  ...inOrder(state, request, candidate),
];
