import { ageOn, type ResidentRef } from '#modules/registers/server';
import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { Activity, Element, EntryForm, FilledLedger } from '../contract.ts';
import { activityOf, alwaysOffered } from '../domain/activities.ts';
import { planForm } from '../domain/entry-form.ts';
import { problems } from '../problems.ts';
import { addedAmong, elementOf } from './added-elements.ts';
import { currentValues, takeIn } from './current-values.ts';
import type { Dependencies } from './dependencies.ts';
import * as repository from './repository.ts';
import { ownCommittee, viewOf } from './views.ts';

export const activityNamed = (code: string): Activity => {
  const activity = activityOf(code);
  if (!activity) throw new Refusal(problems.noActivity);
  return activity;
};

/** An activity with what the ledgers' own columns ask beside it: words under "more", the rest in sight. */
const withOwn = (activity: Activity, own: readonly Element[]): Activity => ({
  ...activity,
  elements: [
    ...activity.elements,
    ...own.map(({ code, type }) => ({
      element: code,
      need: type === 'text' || type === 'longtext' ? ('more' as const) : ('main' as const),
      reuseDays: null,
    })),
  ],
});

/** Cells of all forms that one entry fills, less the values that were typed once. */
export const cellsSaved = (ledgers: readonly FilledLedger[], typed: number): number =>
  Math.max(0, ledgers.reduce((sum, { cells }) => sum + cells, 0) - typed);

/** The committee itself, where an act is about no person. */
const committeeSubject = (committee: string): ResidentRef => ({
  id: committee,
  committee,
  name: ownCommittee,
  door: '',
  birth: null,
  leftOn: null,
  attributes: {},
});

/** How a resident is found by id. */
type FindResident = (tx: Db, id: string) => Promise<ResidentRef | undefined>;

export const createEntering = ({ platform, registers, coverage }: Dependencies) => {
  const known: FindResident = async (tx, id) => (await registers.residents(tx, [id])).get(id);

  /**
   * Whom an act is about: a resident of one's own committee, or the committee itself (patrols, meetings).
   * Another committee's looks like one that is not there.
   */
  const ownSubject = async (
    tx: Db,
    who: Actor,
    activity: Activity,
    id: string | undefined,
    find: FindResident = known,
  ) => {
    if (activity.subjectKind === 'committee') {
      if (!who.committee || (id ?? who.committee) !== who.committee) throw new Refusal(problems.noSubject);
      return committeeSubject(who.committee);
    }
    if (id === undefined) throw new Refusal(problems.noSubject);
    const subject = await find(tx, id);
    if (!subject || subject.committee !== who.committee) throw new Refusal(problems.noSubject);
    return subject;
  };

  const view = async (tx: Db, row: repository.RecordRow) => {
    await addedAmong(tx, Object.keys(row.values as object));
    const subject = (await registers.residents(tx, [row.subject_id])).get(row.subject_id);
    return viewOf(row, subject, await repository.findRevisions(tx, row.id), await standing(tx, row));
  };

  const standing = async (tx: Db, row: repository.RecordRow): Promise<readonly FilledLedger[]> =>
    row.voided_at === null
      ? coverage().standing(tx, {
          id: row.id,
          activity: row.activity,
          subject: row.subject_id,
          day: row.occurred_on,
        })
      : [];

  /** After a record is in: what is known of its subject, which ledgers it filled, what that spared. */
  const settle = async (tx: Db, id: string) => {
    await takeIn(tx, id);
    const row = await repository.findRecord(tx, id);
    if (!row) throw new Error('the record just written is not there');
    return noteStanding(tx, row);
  };

  const noteStanding = async (tx: Db, row: repository.RecordRow) => {
    const ledgers = await standing(tx, row);
    const saved = cellsSaved(ledgers, Object.keys(row.values as object).length);
    await repository.noteFilled(
      tx,
      row.id,
      ledgers.map((one) => one.id),
      saved,
    );
    return { ledgers, saved };
  };

  return {
    view,
    standing,
    settle,
    noteStanding,
    ownSubject,

    form: (who: Actor, code: string, resident: string | undefined): Promise<EntryForm> =>
      platform.db.read(who, async (tx) => {
        const activity = activityNamed(code);
        const subject = await ownSubject(tx, who, activity, resident);
        const today = officeDay();
        const asked = activity.elements.map(({ element }) => element);
        const wanting = await coverage().wanting(tx, { activity: code, subject: subject.id, asked, today });
        const registered = Object.keys(subject.attributes).map((element) => ({ element, asOf: null }));
        const known = [...(await currentValues(tx, subject.id)), ...registered];
        const own = await addedAmong(
          tx,
          wanting.flatMap(({ elements }) => elements),
        );
        const wishes = wanting.map(({ ledger, elements }) => ({ ledger: ledger.name, elements }));
        const plan = planForm(withOwn(activity, own), elementOf, wishes, known, alwaysOffered, today);
        return {
          activity: { code, zh: activity.zh, en: activity.en },
          subject: {
            kind: activity.subjectKind,
            id: subject.id,
            name: subject.name,
            door: subject.door,
            age: ageOn(subject.birth, today),
            leftOn: subject.leftOn,
          },
          today,
          fields: plan.fields.map((field) => ({ ...field, askedBy: [...field.askedBy] })),
          known: plan.known.map(({ element, asOf }) => ({
            element,
            zh: elementOf(element)?.zh ?? element,
            asOf,
          })),
          ledgers: wanting.map(({ ledger: { id, name, department } }) => ({ id, name, department })),
        };
      }),
  };
};
export type Entering = ReturnType<typeof createEntering>;
