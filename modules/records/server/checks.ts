import { holdsIdNo, type ResidentRef } from '#modules/registers/server';
import { addDays, officeDay } from '#platform/calendar/calendar.ts';
import { type ProblemPlace, Refusal } from '#platform/contract/problem.ts';
import type { Activity, Element, RecordValues } from '../contract.ts';
import { checkValues, type ValueRemark } from '../domain/check-values.ts';
import { problems } from '../problems.ts';
import { elementsOf } from './views.ts';

/** More would help nobody. */
const maxPlaces = 50;

const placesOf = (remarks: readonly ValueRemark[]): ProblemPlace[] =>
  remarks.slice(0, maxPlaces).map(({ element, message }) => ({ path: `body.values.${element}`, message }));

const noIdNo = '请不要在这里写身份证号，底册里已经有了';

/** ID numbers are kept in the register alone, sealed; free text is not. */
const idNosIn = (values: RecordValues, today: string): ValueRemark[] =>
  Object.entries(values)
    .filter(([, value]) => typeof value === 'string' && holdsIdNo(value, today))
    .map(([element]) => ({ element, message: noIdNo }));

/** Refuses an ID number in the reason somebody gives for a change. */
export const admitReason = (reason: string, today: string): void => {
  if (holdsIdNo(reason, today))
    throw new Refusal(problems.valuesWrong, {}, [{ path: 'body.reason', message: noIdNo }]);
};

/** What a record may hold beside its activity's elements, and what of those it need not have. */
export interface Beside {
  readonly also?: readonly Element[];
  readonly lacks?: readonly string[];
}

/**
 * Refuses what cannot be, and what is unusual without a reason.
 * @returns the reasons worth keeping: those given for values that are unusual
 */
export const admitValues = (
  activity: Activity,
  values: RecordValues,
  reasons: Readonly<Record<string, string>>,
  today: string,
  { also = [], lacks = [] }: Beside = {},
): Record<string, string> => {
  const elements = new Map([...elementsOf(activity.code), ...also].map((one) => [one.code, one]));
  const must = activity.elements
    .filter(({ need, element }) => need === 'must' && !lacks.includes(element))
    .map(({ element }) => element);
  const { wrong, unusual } = checkValues(values, elements, must);
  const all = [...wrong, ...idNosIn(values, today), ...idNosIn(reasons, today)];
  if (all.length > 0) throw new Refusal(problems.valuesWrong, {}, placesOf(all));
  const unconfirmed = unusual.filter(({ element }) => !reasons[element]);
  if (unconfirmed.length > 0)
    throw new Refusal(
      problems.unusual,
      { elements: unconfirmed.map(({ element }) => element) },
      placesOf(unconfirmed),
    );
  return Object.fromEntries(unusual.map(({ element }) => [element, reasons[element] ?? '']));
};

/** Longer ago than this is a typing slip, or belongs to an import. */
const oldestDays = 730;

/** @param at the moment, when it is known: it must lie on that day in the office */
export const admitDay = (day: string, at: string | null, today: string): void => {
  const fits = day <= today && day >= addDays(today, -oldestDays) && (at === null || officeDay(at) === day);
  if (!fits)
    throw new Refusal(problems.dayWrong, {}, [{ path: 'body.occurredOn', message: problems.dayWrong.title }]);
};

/** Refuses an act with somebody who had moved away or died before it; what was done until then may still be noted. */
export const admitHere = ({ leftOn }: Pick<ResidentRef, 'leftOn'>, day: string): void => {
  if (leftOn !== null && day > leftOn)
    throw new Refusal(problems.subjectLeft, { leftOn }, [
      { path: 'body.occurredOn', message: `日期不能晚于 ${leftOn}` },
    ]);
};
