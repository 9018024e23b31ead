import type { Db } from '#platform/database/database.ts';
import type { Interval } from '../domain/presence.ts';
import type { AttendanceReport } from './interface.ts';
import { jsonb } from './rule-repository.ts';

/** Replaces what the source said before of this committee; a report without a head-count keeps the former one. */
export const saveAttendance = (tx: Db, subdistrict: string, sitting: string, report: AttendanceReport) => {
  const said = {
    intervals: jsonb(report.intervals),
    reported_at: new Date(),
    ...(report.headCount === undefined ? {} : { head_count: report.headCount }),
  };
  return tx
    .insertInto('attendance')
    .values({
      ...said,
      subdistrict_id: subdistrict,
      sitting_id: sitting,
      committee_id: report.committee,
      source: report.source,
    })
    .onConflict((conflict) =>
      conflict.columns(['subdistrict_id', 'sitting_id', 'committee_id', 'source']).doUpdateSet(said),
    )
    .execute();
};

export interface AttendanceRow {
  readonly committee: string;
  readonly source: string;
  readonly intervals: readonly Interval[];
  readonly headCount: number | null;
}

export const findAttendance = async (tx: Db, sitting: string): Promise<AttendanceRow[]> => {
  const rows = await tx
    .selectFrom('attendance')
    .select(['committee_id', 'source', 'intervals', 'head_count'])
    .where('sitting_id', '=', sitting)
    .orderBy('committee_id')
    .execute();
  return rows.map((row) => ({
    committee: row.committee_id,
    source: row.source,
    intervals: row.intervals as unknown as Interval[],
    headCount: row.head_count,
  }));
};
