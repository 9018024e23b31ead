import type { Activity } from '../contract.ts';
import { moreActivities } from './more-activities.ts';

type Asked = Activity['elements'][number];
const ask = (element: string, need: Asked['need'], reuseDays: number | null = null): Asked => ({
  element,
  need,
  reuseDays,
});

/**
 * The kinds of work an office starts with. `must` is asked always; the rest only where a ledger that covers
 * the person asks for it and nothing newer than `reuseDays` answers it.
 */
export const activities: readonly Activity[] = [
  {
    code: 'home_visit',
    zh: '入户探访（量血压）',
    en: 'Home visit with blood pressure',
    subjectKind: 'resident',
    elements: [
      ask('bp.sys', 'must'),
      ask('bp.dia', 'must'),
      ask('health.drug', 'main'),
      ask('act.mode', 'main'),
      ask('person.health', 'more', 90),
      ask('health.mood', 'more', 30),
      ask('bp.pulse', 'more'),
      ask('health.symptom', 'more'),
      ask('health.weight', 'more', 90),
      ask('health.smoke', 'more', 180),
      ask('act.need', 'more'),
      ask('act.result', 'more'),
      ask('act.content', 'more'),
      ask('health.control', 'more'),
      ask('act.next', 'more'),
      ask('aid.item', 'more'),
      ask('act.status', 'more'),
      ask('aid.members', 'more', 365),
      ask('act.note', 'more'),
    ],
  },
  ...moreActivities,
];

/** Always offered, whether a ledger asks or not: a remark costs nobody anything. */
export const alwaysOffered: ReadonlySet<string> = new Set(['act.note']);

export const activityOf = (code: string): Activity | undefined => activities.find((one) => one.code === code);
