import { parseArgs } from 'node:util';
import type { RequestDraft } from '#modules/meetings/contract';
import type { Ticket } from '#modules/venues/server';
import { type Actor, systemActor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import { addressFor, type Workbench } from '../boot/attach.ts';
import { type HeldWorkbench, holdWorkbench } from '../boot/held-workbench.ts';
import { ticketsOnly } from '../boot/media.ts';
import { CommandRefusal, printJson, type Run, say, UsageRefusal } from './command.ts';

const usage = 'qz venues rehearse [--branches 33] [--sitting ID]';
const most = 100;

const parse = (words: readonly string[]): { branches: number; sitting: string | null } => {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { branches: { type: 'string', default: '33' }, sitting: { type: 'string' } },
    });
    const branches = Number(values.branches);
    if (!Number.isInteger(branches) || branches < 1 || branches > most) throw new UsageRefusal(usage);
    return { branches, sitting: values.sitting ?? null };
  } catch (error) {
    throw error instanceof UsageRefusal ? error : new UsageRefusal(`${(error as Error).message}\n${usage}`);
  }
};

/** Calls the secretaries of some committees to a sitting that says in its name that it is none. */
const plantPractice = async (
  { platform, modules }: Workbench,
  who: Actor,
  committees: readonly string[],
): Promise<string> => {
  const startsAt = new Date().toISOString();
  const item = (title: string, minutes: number): RequestDraft['items'][number] => ({
    title,
    minutes,
    kind: 'discuss',
    presenter: '操作员',
    audience: null,
  });
  const draft: RequestDraft = {
    purpose: '演练（不是正式会议）',
    items: [item('试画面和声音', 15), item('试提问和切换', 15)],
    audience: { posts: ['secretary'], committees: [...committees] },
    when: { kind: 'fixed', startsAt },
    mode: 'video',
    place: '街道会议室',
  };
  return platform.db.transaction(who, async (tx) => {
    const [department] = await modules.organisation.departments(tx);
    if (!department) throw new CommandRefusal('还没有科室，先导入组织架构 · Import the organisation first');
    const planted = await modules.meetings.plant(tx, who, {
      requests: [{ department: department.id, draft, requestedAt: startsAt, sitting: 'now' }],
      sittings: [
        {
          key: 'now',
          title: draft.purpose,
          startsAt,
          mode: 'video',
          place: draft.place,
          state: 'arranged',
          practice: true,
        },
      ],
    });
    return planted.get('now') ?? '';
  });
};

interface Stage {
  readonly who: Actor;
  readonly sitting: string;
  readonly venues: readonly string[];
  /** Planted here, and ended here. */
  readonly own: boolean;
}

/** The sitting that was named, in whichever subdistrict has it; else one made to practise on. */
const stageOf = async (
  bench: Workbench,
  { branches, sitting }: { branches: number; sitting: string | null },
): Promise<Stage> => {
  const { platform, modules } = bench;
  for (const subdistrict of await modules.identity.subdistricts()) {
    const who = systemActor(subdistrict);
    const committees = await platform.db.read(who, (tx) => modules.organisation.committees(tx));
    if (sitting === null && committees.length > 0) {
      const venues = committees.slice(0, branches).map(({ id }) => id);
      return { who, sitting: await plantPractice(bench, who, venues), venues, own: true };
    }
    const facts = sitting && (await platform.db.read(who, (tx) => modules.meetings.sitting(tx, sitting)));
    if (facts) return { who, sitting, venues: facts.committees.slice(0, branches), own: false };
  }
  throw new CommandRefusal(
    sitting
      ? `没有会次 ${sitting} · There is no sitting ${sitting}`
      : '还没有居委会 · There are no committees yet',
  );
};

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

/** The synthetic venues' library comes with the development packages, which a bare installation may leave out. */
const bringRehearsal = async () => {
  try {
    await import('@livekit/rtc-node');
  } catch {
    throw new CommandRefusal('缺少 @livekit/rtc-node，请先运行 npm install · Run npm install first');
  }
  return import('../rehearsal/rehearsal.ts');
};

/**
 * Gives synthetic venues their ways in, also when the server has been started again meanwhile.
 * @param ended told when the operator has ended the sitting
 */
const ticketsOf =
  (held: HeldWorkbench, { who, sitting }: Stage, ended: () => void) =>
  async (venue: string): Promise<Ticket> => {
    try {
      return await held.bench().modules.venues.rehearsalTicket(who, sitting, venue, { practice: true });
    } catch (error) {
      if (!(error instanceof Refusal)) await held.renew();
      else if (error.problem.code === 'venues.ended') ended();
      throw error;
    }
  };

const rehearse = async (held: HeldWorkbench, stage: Stage): Promise<void> => {
  const { startRehearsal } = await bringRehearsal();
  const origin = addressFor(held.bench().config);
  let endedAtConsole: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    endedAtConsole = resolve;
  });
  const rehearsal = startRehearsal({
    origin,
    venues: ['hall', ...stage.venues],
    ticketFor: ticketsOf(held, stage, endedAtConsole),
  });
  const at = (screen: string) => `${origin}/sittings/${stage.sitting}/${screen}`;
  printJson({
    sitting: stage.sitting,
    branches: stage.venues.length,
    console: at('console'),
    wall: at('wall'),
  });
  say(
    `${stage.venues.length} 个演练会场正在接入，Ctrl+C 或在控制台结束会议即停 · Synthetic venues are coming in; Ctrl+C, or the end of the sitting, ends them`,
  );
  const died = rehearsal.ended.then(() => {
    throw new CommandRefusal(
      '演练会场意外退出，请重新运行 · The synthetic venues have stopped unexpectedly, run this again',
    );
  });
  try {
    await Promise.race([untilStopped(), over, died]);
  } finally {
    await rehearsal.stop();
  }
};

/** A practice is over when its venues are, also one that nobody began, or that was ended at the console. */
const endPractice = async ({ platform, modules: { meetings } }: Workbench, { who, sitting }: Stage) =>
  platform.db.transaction(who, async (tx) => {
    const state = (await meetings.sitting(tx, sitting))?.state;
    if (state === 'arranged') await meetings.markStarted(tx, who, sitting);
    if (state === 'arranged' || state === 'started') await meetings.markEnded(tx, who, sitting);
  });

/** Fills a sitting with synthetic venues for the operator to practise on; the server must be running. */
export const run: Run = async (words) => {
  const wanted = parse(words);
  const held = await holdWorkbench(process.env, (config, secrets) => {
    const { engine, throughOrigin } = ticketsOnly(config, secrets);
    return { media: engine, mediaThroughOrigin: throughOrigin };
  });
  try {
    const stage = await stageOf(held.bench(), wanted);
    try {
      await rehearse(held, stage);
    } finally {
      if (stage.own) await endPractice(held.bench(), stage);
    }
  } finally {
    await held.letGo();
  }
  return 0;
};
