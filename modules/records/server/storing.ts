import type { ResidentRef } from '#modules/registers/server';
import { officeDay, officeTime } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { createGroups, type Outcome } from '#platform/database/groups.ts';
import { newId } from '#platform/database/id.ts';
import type { Activity, FilledLedger, RecordDraft, RecordView } from '../contract.ts';
import { sentHash } from '../domain/sent-hash.ts';
import { problems } from '../problems.ts';
import { addedAmong } from './added-elements.ts';
import { admitDay, admitHere, admitValues } from './checks.ts';
import type { Dependencies } from './dependencies.ts';
import { activityNamed, cellsSaved, type Entering } from './entering.ts';
import * as repository from './repository.ts';
import { standingOf, viewOf } from './views.ts';

/** An entry as it was sent, and by whom. */
interface Sent {
  readonly who: Actor;
  readonly draft: RecordDraft;
}

interface Entered {
  readonly record: RecordView;
  readonly cellsSaved: number;
  readonly again: boolean;
}

/** An entry that may be stored. */
interface Admitted extends Sent {
  readonly activity: Activity;
  readonly subject: ResidentRef;
  readonly confirmed: Readonly<Record<string, string>>;
}

/** More wait for the next group: an answer is not to be late because of others'. */
const most = 50;

/** Whom an entry names, as far as it names anybody. */
const subjectOf = ({ who, draft }: Sent): string | null => draft.subject ?? who.committee;

const newAct = ({ who, draft, subject }: Admitted) => ({
  activity: draft.activity,
  subject: subject.id,
  day: draft.occurredOn,
  time: draft.occurredAt === null ? null : officeTime(draft.occurredAt),
  worker: who.name,
  values: draft.values,
});

const newRecord = (
  { who, draft, activity, subject, confirmed }: Admitted,
  filled: readonly FilledLedger[] | null,
): repository.NewRecord => ({
  subdistrict: who.subdistrict,
  id: newId(),
  clientId: draft.clientId,
  sentHash: sentHash(draft),
  committee: subject.committee,
  activity: draft.activity,
  subjectKind: activity.subjectKind,
  subject: subject.id,
  occurredOn: draft.occurredOn,
  occurredAt: draft.occurredAt,
  values: draft.values,
  confirmed,
  source: draft.source,
  author: who.account,
  authorName: who.name,
  filled: (filled ?? []).map((one) => one.id),
  cellsSaved: cellsSaved(filled ?? [], Object.keys(draft.values).length),
});

const actOf = (
  { who, draft }: Admitted,
  { id, activity, subject_id, committee_id }: repository.RecordRow,
) => ({
  who,
  action: 'record.entered',
  subject: id,
  facts: { activity, subject: subject_id, elements: Object.keys(draft.values) },
  committee: committee_id,
});

/** A refusal is one entry's own outcome; any other error is everybody's. */
const outcomeOf = async <T>(work: () => Promise<T>): Promise<Outcome<T>> => {
  try {
    return { status: 'fulfilled', value: await work() };
  } catch (reason) {
    if (reason instanceof Refusal) return { status: 'rejected', reason };
    throw reason;
  }
};

/** Stores entries: each once, however often and in parallel it is sent; those that come together, together. */
export const createStoring = ({ platform, registers, coverage }: Dependencies, entering: Entering) => {
  /** The stored answer to an entry that was sent before. */
  const answerAgain = async (tx: Db, { who, draft }: Sent, row: repository.RecordRow): Promise<Entered> => {
    const mine = row.committee_id === who.committee;
    if (!mine) throw new Refusal(problems.sentDifferently);
    if (row.sent_hash !== sentHash(draft)) {
      const { occurredOn, values } = draft;
      throw new Refusal(problems.sentDifferently, { stored: standingOf(row), sent: { occurredOn, values } });
    }
    return { record: await entering.view(tx, row), cellsSaved: row.cells_saved, again: true };
  };

  const admit = async (
    tx: Db,
    sent: Sent,
    people: ReadonlyMap<string, ResidentRef>,
    today: string,
  ): Promise<Admitted> => {
    const { who, draft } = sent;
    const activity = activityNamed(draft.activity);
    const held = async (_: Db, id: string) => people.get(id);
    const subject = await entering.ownSubject(tx, who, activity, draft.subject, held);
    admitDay(draft.occurredOn, draft.occurredAt, today);
    admitHere(subject, draft.occurredOn);
    const also = await addedAmong(tx, Object.keys(draft.values));
    const confirmed = admitValues(activity, draft.values, draft.confirmUnusual, today, { also });
    return { ...sent, activity, subject, confirmed };
  };

  /** What was stored is answered as the first time, even if it would be refused by now. */
  const admitOrAnswer = async (
    tx: Db,
    sent: Sent,
    people: ReadonlyMap<string, ResidentRef>,
    today: string,
  ): Promise<Entered | Admitted> => {
    try {
      return await admit(tx, sent, people, today);
    } catch (refusal) {
      const before = await repository.findByClientId(tx, sent.draft.clientId);
      if (!before) throw refusal;
      return answerAgain(tx, sent, before);
    }
  };

  const admitAll = async (tx: Db, group: readonly Sent[]): Promise<Outcome<Entered | Admitted>[]> => {
    const named = group.flatMap(({ draft: { subject } }) => subject ?? []);
    const people = await registers.hold(tx, named);
    const today = officeDay();
    const outcomes: Outcome<Entered | Admitted>[] = [];
    for (const sent of group) outcomes.push(await outcomeOf(() => admitOrAnswer(tx, sent, people, today)));
    return outcomes;
  };

  const answer = async (
    tx: Db,
    one: Admitted,
    row: repository.RecordRow | undefined,
    filled: readonly FilledLedger[] | null,
  ): Promise<Entered> => {
    if (!row) {
      const first = await repository.findByClientId(tx, one.draft.clientId);
      if (!first) throw new Error('an entry in conflict with one that is not there');
      return answerAgain(tx, one, first);
    }
    const { ledgers, saved } = filled
      ? { ledgers: filled, saved: row.cells_saved }
      : await entering.noteStanding(tx, row);
    return { record: viewOf(row, one.subject, [], ledgers), cellsSaved: saved, again: false };
  };

  /** @returns what became of each, and the rows that are new */
  const storeAll = async (tx: Db, subdistrict: string, all: readonly Admitted[]) => {
    const filled = await coverage().filling(tx, all.map(newAct));
    const drafts = all.map((one, index) => newRecord(one, filled[index] ?? null));
    const fresh = await repository.insertRecords(tx, subdistrict, drafts);
    const outcomes: Outcome<Entered>[] = [];
    for (const [index, one] of all.entries()) {
      const row = fresh.get(drafts[index]?.id ?? '');
      outcomes.push(await outcomeOf(() => answer(tx, one, row, filled[index] ?? null)));
    }
    const acts = all.flatMap((one, index) => {
      const row = fresh.get(drafts[index]?.id ?? '');
      return row ? [actOf(one, row)] : [];
    });
    return { outcomes, acts };
  };

  const isAdmitted = (value: Entered | Admitted): value is Admitted => 'draft' in value;

  const run = async (group: readonly Sent[]): Promise<Outcome<Entered>[]> => {
    const subdistrict = group[0]?.who.subdistrict ?? '';
    const done = await platform.db.transaction({ subdistrict }, async (tx) => {
      const judged = await admitAll(tx, group);
      const admitted = judged.flatMap((one) =>
        one.status === 'fulfilled' && isAdmitted(one.value) ? [one.value] : [],
      );
      if (admitted.length === 0) return { outcomes: judged as Outcome<Entered>[], acts: [] };
      const { outcomes, acts } = await storeAll(tx, subdistrict, admitted);
      await platform.audit.recordAll(tx, subdistrict, acts);
      const stored = outcomes.values();
      return {
        outcomes: judged.map((one) =>
          one.status === 'fulfilled' && isAdmitted(one.value)
            ? (stored.next().value as Outcome<Entered>)
            : (one as Outcome<Entered>),
        ),
        acts,
      };
    });
    for (const { subject: id, committee } of done.acts)
      platform.live.tell({ subdistrict, topic: `committee:${committee}`, data: { kind: 'record', id } });
    return done.outcomes;
  };

  const groups = createGroups<Sent, Entered>({
    run,
    apart: ({ who }) => who.subdistrict,
    alone: (sent) => [sent.draft.clientId, subjectOf(sent) ?? sent.draft.clientId],
    most,
    atOnce: 4,
  });

  return { enter: (who: Actor, draft: RecordDraft): Promise<Entered> => groups.add({ who, draft }) };
};

export type Storing = ReturnType<typeof createStoring>;
