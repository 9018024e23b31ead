import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopAll } from '#test/at-stop.ts';
import { screenshot } from '../journeys/browser.ts';
import { until } from '../journeys/screens.ts';
import { type BothWays, measureOver } from './conditions.ts';
import { whyNoLine } from './line.ts';
import { wayOf } from './measure.ts';
import { type Meeting, openMeeting, untilLive } from './meeting.ts';

const reason = whyNoLine();
const brief = { settle: 4, seconds: 6 };

/** Nobody would ask „what did you say?“: one syllable in twenty at most is made up. */
const isUnderstood = ({ down, up }: BothWays): void => {
  for (const { heard, concealed } of [down, up]) {
    expect(heard).toBe(true);
    expect(concealed).toBeLessThan(0.05);
  }
};

const isSeen = ({ down, up }: BothWays): void => {
  for (const { framesPerSecond, height } of [down, up]) {
    expect(framesPerSecond).toBeGreaterThan(3);
    expect(height).toBeGreaterThanOrEqual(90);
  }
};

describe.skipIf(reason)(`a branch on a poor line${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let meeting: Meeting;
  beforeAll(async () => {
    meeting = await openMeeting();
    await untilLive(meeting, 90);
  });
  afterAll(stopAll);

  test('media take UDP where it is open', async () => {
    expect(await wayOf(meeting.branch)).toBe('udp');
  });

  test('one packet in ten lost: it is heard and seen, both ways', async () => {
    const got = await measureOver(meeting, 'loss-10', brief);
    isUnderstood(got);
    isSeen(got);
    expect((await meeting.line.count()).down.lost).toBeGreaterThan(0);
  });

  test('300 kbit/s: sound first, and the small picture', async () => {
    const got = await measureOver(meeting, 'kbit-300', { settle: 8, seconds: 6 });
    isUnderstood(got);
    isSeen(got);
  });

  test('the operator sees the truth about its line', async () => {
    const { line, open, office } = meeting;
    await line.treat({ loss: 0.1, delayMs: 20 });
    const quality = await open('quality');
    const row = quality.getByRole('row').filter({ hasText: office.committees[0]?.name ?? '' });
    await until('the loss of its line stands there', 30, async () =>
      /[1-9]\d?\.\d %/.test((await row.first().textContent()) ?? ''),
    );
    await screenshot(quality, 'network-quality');
    await quality.close();
  });

  test('a line cut for 20 s: it comes back by itself', async () => {
    const { line, branch } = meeting;
    await line.treat({ block: ['all'] });
    await branch.waitForTimeout(20_000);
    await line.treat({});
    await untilLive(meeting, 60);
  });

  // Before the relay: the engine remembers for minutes that a venue came by it, and then offers nothing else.
  test('UDP blocked where the relay is not known: over the engine’s TCP', async () => {
    const { line, branch } = meeting;
    await line.treat({ block: ['udp'] });
    await branch.evaluate('sessionStorage.qzNoRelay = "yes"');
    await branch.reload();
    await until('over TCP', 90, async () => (await wayOf(branch)) === 'tcp');
    await untilLive(meeting, 60);
  });

  test('UDP and the engine’s TCP blocked in mid-meeting: through the relay over TLS, on the HTTPS port', async () => {
    const { line, office, branch } = meeting;
    await line.treat({});
    await branch.evaluate('sessionStorage.removeItem("qzNoRelay")');
    await branch.reload();
    await untilLive(meeting, 60);
    await line.treat({ block: ['udp', `tcp:${office.ports().tcp}`] });
    await until('through the relay', 90, async () => (await wayOf(branch)) === 'relay-tls');
    await untilLive(meeting, 60);
  });
});
