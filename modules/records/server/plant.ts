import { createHash } from 'node:crypto';
import { officeDay } from '#platform/calendar/calendar.ts';
import type { Db, Tenant } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { RecordValues } from '../contract.ts';
import { activityOf } from '../domain/activities.ts';
import { takeIn } from './current-values.ts';
import type { Entering } from './entering.ts';
import { insertRecord } from './repository.ts';

/** An act of work put in without being entered: demonstration and tests. */
export interface PlantedRecord {
  readonly committee: string;
  readonly activity: string;
  readonly subject: string;
  readonly occurredOn: string;
  readonly occurredAt?: string;
  readonly values: RecordValues;
  readonly author: string;
  readonly authorName: string;
  readonly enteredAt?: string;
}

export const plantRecords =
  ({ settle }: Entering) =>
  async (tx: Db, who: Tenant, records: readonly PlantedRecord[]): Promise<string[]> => {
    const ids: string[] = [];
    const today = officeDay();
    for (const record of records) {
      const id = newId();
      await insertRecord(tx, {
        ...record,
        subdistrict: who.subdistrict,
        id,
        clientId: newId(),
        sentHash: createHash('sha256').update(id).digest('hex'),
        subjectKind: activityOf(record.activity)?.subjectKind ?? 'resident',
        occurredAt: record.occurredAt ?? null,
        confirmed: {},
        source: 'typed',
      });
      // What was spared is shown for today only.
      if (record.occurredOn === today) await settle(tx, id);
      else await takeIn(tx, id);
      ids.push(id);
    }
    return ids;
  };
