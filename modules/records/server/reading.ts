import { instantAt, officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import type { listRecords } from '../contract.ts';
import { problems } from '../problems.ts';
import type { Dependencies } from './dependencies.ts';
import type { Entering } from './entering.ts';
import * as repository from './repository.ts';
import { briefOf } from './views.ts';

const pageSize = 50;

export const createReading = ({ platform, registers }: Dependencies, { view }: Entering) => ({
  get: (who: Actor, id: string) =>
    platform.db.read(who, async (tx) => {
      const row = await repository.findRecord(tx, id);
      if (!row || row.committee_id !== who.committee) throw new Refusal(problems.noRecord);
      return view(tx, row);
    }),

  list: (who: Actor, { day, resident, mine, page }: QueryOf<typeof listRecords>) =>
    platform.db.read(who, async (tx) => {
      // A year the database has no day for has no records either.
      if (!who.committee || (day && day < '1900-01-01')) return { records: [], total: 0, pageSize };
      const filter = {
        committee: who.committee,
        ...(day ? { day } : {}),
        ...(resident ? { subject: resident } : {}),
        ...(mine === 'true' ? { author: who.account } : {}),
      };
      const rows = await repository.listRecords(tx, filter, pageSize, (page - 1) * pageSize);
      const subjects = await registers.residents(
        tx,
        rows.map((row) => row.subject_id),
      );
      const total = await repository.countRecords(tx, filter);
      return { records: rows.map((row) => briefOf(row, subjects.get(row.subject_id))), total, pageSize };
    }),

  /** What I entered today (in the office's day), and what it spared. */
  today: (who: Actor) =>
    platform.db.read(who, async (tx) => {
      if (!who.committee) return { records: 0, ledgers: 0, cellsSaved: 0 };
      const since = instantAt(officeDay(), '00:00');
      return repository.sumSpared(tx, { committee: who.committee, author: who.account, since });
    }),
});
