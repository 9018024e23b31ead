import { sql } from 'kysely';
import { officeDay } from '#platform/calendar/calendar.ts';
import { type Actor, systemActor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { type DeclaredForm, type PlanSources, planForm } from './planning.ts';
import * as repository from './repository.ts';
import { type Writing, writeRows } from './writing.ts';

/** Rows of one transaction: what stands is whole after each, and a job that is cut off goes on with the next. */
const batch = 200;

const percent = (done: number, all: number): number => (all === 0 ? 100 : Math.floor((done * 100) / all));

interface JobParts {
  readonly sources: PlanSources;
  readonly declared: (row: repository.FormRow) => Promise<DeclaredForm>;
}

/** Writes the rows of a form, or takes them back, outside any request. */
export const createJob = (platform: Platform, { sources, declared }: JobParts) => {
  const { db, audit, live, jobs, log } = platform;
  const queue = 'ledger-form';

  const write = async (who: Actor, row: repository.FormRow): Promise<void> => {
    const form = await declared(row);
    const plan = await db.read(who, (tx) => planForm(tx, sources, form));
    const rows = plan.rows.filter((one) => one.write !== null);
    const writing: Writing = {
      who,
      form: row.id,
      plan,
      today: officeDay(),
      activity: form.about.activity,
      added: new Map(),
    };
    for (let from = 0; from < rows.length; from += batch) {
      const part = rows.slice(from, from + batch);
      await db.transaction(who, async (tx) => {
        await repository.lockForm(tx, row.id);
        const done = await repository.writtenAmong(
          tx,
          row.id,
          part.map(({ index }) => index),
        );
        const written = await writeRows(
          tx,
          sources,
          writing,
          part.filter(({ index }) => !done.has(index)),
        );
        await repository.noteWritten(tx, who.subdistrict, row.id, written);
        await repository.changeForm(tx, row.id, { progress: percent(from + part.length, rows.length) });
        for (const committee of new Set(part.flatMap((one) => one.committee ?? [])))
          await live.publish(tx, who.subdistrict, `committee:${committee}`, { kind: 'records' });
        const made = written.filter((one) => one.made).length;
        const facts = { created: made, corrected: written.length - made, people: writing.added.size };
        await audit.record(tx, who, 'ledger.form-written', row.id, facts);
      });
    }
    await db.transaction(who, async (tx) => {
      await repository.changeForm(tx, row.id, { state: 'written', progress: 100, written_at: sql`now()` });
      const counts = await repository.countWritten(tx, row.id);
      await audit.record(tx, who, 'ledger.form-finished', row.id, counts);
    });
  };

  const takeBack = async (who: Actor, row: repository.FormRow, reason: string): Promise<void> => {
    let kept = 0;
    let done = 0;
    for (let after = row.row_count; ; ) {
      const next = await db.transaction(who, async (tx) => {
        await repository.lockForm(tx, row.id);
        const part = await repository.nextToTakeBack(tx, row.id, after, batch);
        if (part.length === 0) return null;
        const taken: number[] = [];
        for (const one of part)
          if (await sources.records.takeBackImported(tx, who, one, reason)) taken.push(one.number);
        kept += part.length - taken.length;
        done += part.length;
        await repository.markTakenBack(tx, row.id, taken);
        await repository.changeForm(tx, row.id, { progress: Math.min(99, percent(done, row.row_count)) });
        await audit.record(tx, who, 'ledger.form-taken-back', row.id, {
          rows: taken.length,
          kept: part.length - taken.length,
        });
        return part.at(-1)?.number ?? null;
      });
      if (next === null) break;
      after = next;
    }
    await db.transaction(who, async (tx) => {
      const failure = kept > 0 ? `有 ${kept} 条之后又改过，没有动` : null;
      await repository.changeForm(tx, row.id, { state: 'undone', progress: 100, failure });
      await audit.record(tx, who, 'ledger.form-undone', row.id, { kept });
    });
  };

  jobs.work(queue, async (data) => {
    const tenant = { subdistrict: String(data.subdistrict) };
    const row = await db.read(tenant, (tx) => repository.findForm(tx, String(data.id)));
    if (!row) return;
    const who: Actor = {
      ...systemActor(tenant.subdistrict),
      account: String(data.account),
      name: String(data.name),
      department: row.department_id,
    };
    try {
      if (row.state === 'writing') await write(who, row);
      if (row.state === 'undoing') await takeBack(who, row, String(data.reason ?? ''));
    } catch (error) {
      log.warn('ledger-form', { error });
      const failure = error instanceof Refusal ? error.problem.title : '没有做完，请再点一次，会接着做';
      await db.transaction(who, (tx) => repository.changeForm(tx, row.id, { state: 'failed', failure }));
    }
  });

  return { queue };
};
