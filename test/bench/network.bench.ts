import { stopAll } from '#test/at-stop.ts';
import { type Condition, conditions, measureOver } from '../network/conditions.ts';
import { whyNoLine } from '../network/line.ts';
import { type Got, wayOf } from '../network/measure.ts';
import { type Meeting, openMeeting, untilLive } from '../network/meeting.ts';
import { print } from './print.ts';

const say = (metric: string, value: number, unit: string, n: number, set: string): void =>
  print({ bench: 'network', metric, value: Number(value.toFixed(3)), unit, n, set });

const seconds = 20;

const tell = (set: string, got: Got): void => {
  say('sound_concealed', got.concealed * 100, '%', seconds, set);
  say('picture_fps', got.framesPerSecond, 'fps', seconds, set);
  say('picture_lines', got.height, 'lines', 1, set);
  say('picture_frozen', got.frozen * 100, '%', seconds, set);
  say('picture_rate', got.kilobits, 'kbit/s', seconds, set);
};

const poorLines = async (meeting: Meeting): Promise<void> => {
  for (const condition of Object.keys(conditions) as Condition[]) {
    const { down, up } = await measureOver(meeting, condition, { settle: 12, seconds });
    tell(`${condition} to the branch`, down);
    tell(`${condition} from the branch`, up);
  }
};

/** Seconds until both ends see and hear each other again. */
const back = async (meeting: Meeting, metric: string): Promise<void> => {
  const ms = await untilLive(meeting, 120);
  say(metric, ms / 1000, 's', 1, (await wayOf(meeting.branch)) ?? 'none');
};

const cutAndBlocked = async (meeting: Meeting): Promise<void> => {
  const { line, branch, office } = meeting;
  for (const length of [5, 20, 90]) {
    await line.treat({ block: ['all'] });
    await branch.waitForTimeout(length * 1000);
    await line.treat(conditions.clean);
    await back(meeting, `back_after_cut_${length}`);
    await branch.waitForTimeout(5_000);
  }
  await line.treat({ block: ['udp', `tcp:${office.ports().tcp}`] });
  await back(meeting, 'back_by_relay');
  await line.treat({ block: ['udp'] });
  await branch.evaluate('sessionStorage.qzNoRelay = "yes"');
  await branch.reload();
  await back(meeting, 'back_by_tcp');
};

/** A branch at the end of a poor line: what is heard and seen, and how long until it is back. About five minutes. */
export const bench = async (): Promise<void> => {
  const reason = whyNoLine();
  if (reason) return void process.stderr.write(`network: skipped, ${reason}\n`);
  try {
    const meeting = await openMeeting();
    await untilLive(meeting, 120);
    await poorLines(meeting);
    await cutAndBlocked(meeting);
  } finally {
    await stopAll();
  }
};
