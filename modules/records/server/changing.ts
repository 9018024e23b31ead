import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/database/database.ts';
import type { Activity, correctRecord, RecordView, voidRecord } from '../contract.ts';
import { activityOf } from '../domain/activities.ts';
import { problems } from '../problems.ts';
import { addedAmong, elementOf } from './added-elements.ts';
import { admitDay, admitReason, admitValues, type Beside } from './checks.ts';
import { findAnew } from './current-values.ts';
import type { Dependencies } from './dependencies.ts';
import type { Entering } from './entering.ts';
import * as repository from './repository.ts';
import { standingOf, valuesOf } from './views.ts';

type Correction = BodyOf<typeof correctRecord>;
type Voiding = BodyOf<typeof voidRecord>;

const sortedText = (values: object): string =>
  JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const says = (row: repository.RecordRow, { occurredOn, values }: Correction): boolean =>
  row.occurred_on === occurredOn && sortedText(valuesOf(row)) === sortedText(values);

/** What a record from a form holds beside its activity's elements may stay; what it never had it need not get. */
const besideOf = async (
  tx: Db,
  row: repository.RecordRow,
  activity: Activity,
  values: Correction['values'],
): Promise<Beside> => {
  const before = Object.keys(valuesOf(row));
  const own = await addedAmong(tx, [...before, ...Object.keys(values)]);
  return {
    also: [...before.flatMap((code) => elementOf(code) ?? []), ...own],
    lacks: activity.elements.map(({ element }) => element).filter((code) => !before.includes(code)),
  };
};

export const createChanging = ({ platform }: Dependencies, { view }: Entering) => {
  /** Locks a record that may be changed and is still what the caller saw. */
  const lockAsSeen = async (tx: Db, who: Actor, id: string, revision: number) => {
    const row = await repository.lockRecord(tx, id);
    if (!row || row.committee_id !== who.committee) throw new Refusal(problems.noRecord);
    if (row.voided_at !== null) throw new Refusal(problems.voided);
    if (row.revision !== revision)
      throw new Refusal(problems.changedMeanwhile, { standing: standingOf(row) });
    return row;
  };

  const finish = async (
    tx: Db,
    who: Actor,
    id: string,
    action: string,
    facts: object,
  ): Promise<RecordView> => {
    const row = await repository.findRecord(tx, id);
    if (!row) throw new Refusal(problems.noRecord);
    await platform.live.publish(tx, who.subdistrict, `committee:${row.committee_id}`, { kind: 'record', id });
    const now = await view(tx, row);
    await platform.audit.record(tx, who, action, id, { ...facts }, row.committee_id);
    return now;
  };

  return {
    /** Puts right what a record says. What it said before is kept, with who changed it and why. */
    correct: (who: Actor, id: string, correction: Correction): Promise<RecordView> =>
      platform.db.transaction(who, async (tx) => {
        const row = await lockAsSeen(tx, who, id, correction.revision);
        if (says(row, correction)) throw new Refusal(problems.unchanged);
        const activity = activityOf(row.activity);
        if (!activity) throw new Refusal(problems.noActivity);
        const today = officeDay();
        const { occurredOn, values, reason } = correction;
        admitReason(reason, today);
        if (occurredOn !== row.occurred_on) admitDay(occurredOn, null, today);
        const given = { ...(row.confirmed as Record<string, string>), ...correction.confirmUnusual };
        // A reason stays good only for the value it was given for.
        const kept = Object.fromEntries(
          Object.entries(given).filter(
            ([code]) => code in correction.confirmUnusual || values[code] === valuesOf(row)[code],
          ),
        );
        const confirmed = admitValues(
          activity,
          values,
          kept,
          today,
          await besideOf(tx, row, activity, values),
        );
        await repository.keepVersion(tx, row, { account: who.account, name: who.name, reason });
        await repository.replaceValues(tx, id, {
          revision: row.revision + 1,
          occurredOn,
          occurredAt: occurredOn === row.occurred_on ? row.occurred_at : null,
          values,
          confirmed,
        });
        const touched = [...new Set([...Object.keys(valuesOf(row)), ...Object.keys(values)])];
        await findAnew(tx, row.subject_id, touched);
        return finish(tx, who, id, 'record.corrected', { revision: row.revision + 1, elements: touched });
      }),

    /** Takes a record out of every ledger; what it said stays readable. */
    void: (who: Actor, id: string, { revision, reason }: Voiding): Promise<RecordView> =>
      platform.db.transaction(who, async (tx) => {
        const row = await lockAsSeen(tx, who, id, revision);
        admitReason(reason, officeDay());
        await repository.markVoid(tx, id, { name: who.name, reason });
        await findAnew(tx, row.subject_id, Object.keys(valuesOf(row)));
        return finish(tx, who, id, 'record.voided', { revision });
      }),
  };
};
