import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Audience } from '../contract.ts';
import { posts } from '../contract.ts';
import { decideConvening, sayVerdict } from '../domain/convening.ts';
import { ruleOn, rulesOn, type StoredRule } from '../domain/rules.ts';
import { problems } from '../problems.ts';
import type { Dependencies } from './dependencies.ts';
import type { CalledCadre, MeetingsService } from './interface.ts';
import { departmentOf, type Office, readOffice } from './office.ts';
import { findItems, insertDecision, insertRequest, lockConvening, monthUse } from './request-repository.ts';
import { ensureRules, readRules } from './rule-repository.ts';
import {
  changeSitting,
  findCallsElsewhere,
  insertAgenda,
  insertInvitations,
  insertSitting,
  lockDiary,
  settleInvitation,
  settleItems,
  takeSitting,
} from './sitting-repository.ts';

/** How long a small meeting is taken to last until it is over. */
const plannedMinutes = 30;

const leaderWords = { zh: '主要领导召集，无须批准', en: 'Called by the main leader. No approval needed.' };
const nobodyWords = {
  zh: '不召集居委干部，不占限额，无须批准',
  en: 'Calls up no cadre: no quota, no approval.',
};

type Words = { readonly zh: string; readonly en: string };
/** `department` null: the main leader calls, whom no rule binds. */
interface Judged {
  readonly department: Office['departments'][number] | null;
  readonly allowed: boolean;
  readonly words: Words;
  readonly rule: StoredRule | null;
}

const minutesFrom = (from: string, until: string): number =>
  Math.max(1, Math.ceil((Date.parse(until) - Date.parse(from)) / 60_000));

const elsewhereWords = (office: Office, calls: readonly { cadre_id: string }[]): Words => {
  const names = [...new Set(calls.map(({ cadre_id }) => office.cadre.get(cadre_id)?.name ?? ''))].join('、');
  return {
    zh: `${names}正在另一场会上，请稍后再请`,
    en: `In another meeting now: ${names}. Please ask later.`,
  };
};

/** Whom a call names, in the terms of a request. */
const audienceOf = (called: readonly CalledCadre[]): Audience => ({
  posts: posts.filter((post) => called.some((one) => one.posts.includes(post))),
  committees: [...new Set(called.map(({ committee }) => committee))],
});

const judge = async (
  tx: Db,
  who: Actor,
  office: Office,
  rules: readonly StoredRule[],
  called: readonly CalledCadre[],
): Promise<Judged> => {
  const department = departmentOf(who, office);
  if (!department) {
    const leads = who.permissions.has('meetings.approve');
    const { title: zh, en } = problems.noDepartment;
    return { department, allowed: leads, words: leads ? leaderWords : { zh, en }, rule: null };
  }
  const today = officeDay();
  const inForce = rulesOn(rules, today);
  const ask = {
    departmentKind: department.kind,
    posts: new Set(called.flatMap((one) => one.posts)),
    callUps: called.length,
  };
  const verdict = decideConvening(inForce, ask, [await monthUse(tx, department.id, today.slice(0, 7))]);
  const rule = verdict.rule === 'no_call_up' ? null : ruleOn(rules, verdict.rule, today);
  return { department, allowed: verdict.outcome === 'admitted', words: sayVerdict(inForce, verdict), rule };
};

/** Calling cadres there and then (小会): by the same rules, counted the same, as a meeting asked for beforehand. */
export const createCalls = ({
  organisation,
}: Dependencies): Pick<MeetingsService, 'judgeCall' | 'callNow' | 'settleCall'> => {
  /** The request that stands for the call among the department's others. */
  const writeRequest = async (
    tx: Db,
    who: Actor,
    { department, words, rule }: Judged,
    { id, title, at, called }: Parameters<MeetingsService['callNow']>[2],
  ): Promise<readonly string[]> => {
    if (!department) return [];
    const day = officeDay(at);
    const request = await insertRequest(
      tx,
      {
        subdistrict_id: who.subdistrict,
        department_id: department.id,
        requested_by: who.account,
        requester: who.name,
        requested_at: at,
        purpose: title,
        audience: audienceOf(called),
        earliest: day,
        latest: day,
        day_part: 'any',
        fixed_at: at,
        mode: 'video',
        place: '',
        call_ups: called.length,
        state: 'arranged',
        sitting_id: id,
        counts_under: rule?.code ?? null,
      },
      [
        {
          title,
          minutes: plannedMinutes,
          kind: 'discuss',
          presenter: who.name,
          audience: null,
          callUps: called.length,
        },
      ],
    );
    await insertDecision(tx, who, request, { outcome: 'admitted', words, rule, at });
    return (await findItems(tx, [request])).map((item) => item.id);
  };

  return {
    judgeCall: async (tx, who, called) => {
      if (called.length === 0) return { allowed: true, words: nobodyWords };
      const { allowed, words } = await judge(
        tx,
        who,
        await readOffice(tx, organisation),
        await readRules(tx),
        called,
      );
      return { allowed, words };
    },

    callNow: async (tx, who, call) => {
      const { id, title, at, called } = call;
      if (called.length === 0) return null;
      const office = await readOffice(tx, organisation);
      await lockDiary(tx, who.subdistrict);
      const department = departmentOf(who, office);
      if (department) await lockConvening(tx, who.subdistrict, department.id);
      const judged = await judge(tx, who, office, await ensureRules(tx, who.subdistrict), called);
      if (!judged.allowed) return { why: 'needs-approval', words: judged.words };
      const cadres = called.map(({ cadre }) => cadre);
      const soon = new Date(Date.parse(at) + 1_000).toISOString();
      const elsewhere = await findCallsElsewhere(tx, cadres, { from: at, until: soon }, null);
      if (elsewhere.length > 0) return { why: 'called-elsewhere', words: elsewhereWords(office, elsewhere) };
      const until = new Date(Date.parse(at) + plannedMinutes * 60_000).toISOString();
      await insertSitting(tx, {
        subdistrict_id: who.subdistrict,
        id,
        title,
        starts_at: at,
        minutes: plannedMinutes,
        mode: 'video',
        place: '',
        state: 'started',
        kind: 'small',
        started_at: at,
        ended_at: null,
        arranged_by: who.account,
      });
      const items = await writeRequest(tx, who, judged, call);
      if (items.length > 0) await insertAgenda(tx, who.subdistrict, id, items);
      await insertInvitations(
        tx,
        who.subdistrict,
        id,
        called.map(({ cadre, committee }) => ({ cadre, committee, items, from: at, until })),
      );
      return null;
    },

    settleCall: async (tx, id, endedAt, stays) => {
      const row = await takeSitting(tx, id);
      if (row?.kind !== 'small' || row.state === 'ended') return;
      const minutes = minutesFrom(row.starts_at, endedAt);
      await changeSitting(tx, id, { state: 'ended', ended_at: endedAt, minutes });
      await settleItems(tx, id, minutes);
      await settleInvitation(tx, id, null, { from: row.starts_at, until: row.starts_at });
      for (const [cadre, stay] of stays) await settleInvitation(tx, id, cadre, stay);
    },
  };
};
