import { expect, test } from 'vitest';
import { minuteOf } from './clock.ts';
import { evaluatePlan } from './evaluate.ts';
import { withFreeStarts } from './free-starts.ts';
import { generateProblem, profiles } from './generate.ts';
import { parseProblem } from './problem.ts';
import { truthful } from './tests/random-plan.ts';

const week = generateProblem(profiles.week, 31);

test('the morning and the afternoon of a room become one range each', () => {
  const free = parseProblem(withFreeStarts(week, { grid: 15 }));
  expect(
    free.slots.filter(({ day, venue, mode }) => day === 0 && venue === 'hall' && mode === 'video'),
  ).toMatchObject([
    { start: '09:00', until: '11:30', minutes: 90, grid: 15 },
    { start: '13:30', until: '16:30', minutes: 90, grid: 15 },
  ]);
  expect(withFreeStarts(week, { grid: 15, longest: 150 }).slots[0]?.minutes).toBe(150);
  expect(free.busy.every(({ start, minutes }) => minutes === (start === '10:30' ? 60 : 90))).toBe(true);
});

test('a sitting that a band allows is allowed at the same time in the range', () => {
  const free = withFreeStarts(week, { grid: 30 });
  for (const band of week.slots) {
    const range = free.slots.find(
      ({ day, venue, mode, start, until }) =>
        day === band.day &&
        venue === band.venue &&
        mode === band.mode &&
        minuteOf(start) <= minuteOf(band.start) &&
        minuteOf(until ?? '00:00') > minuteOf(band.start),
    );
    for (const { id } of week.requests) {
      const inBand = evaluatePlan(week, truthful(week, [{ slot: band.id, agenda: [id] }]));
      const sitting = { slot: range?.id ?? '', start: band.start, agenda: [id] };
      const inRange = evaluatePlan(free, truthful(free, [sitting]));
      if (inBand.ok) expect(inRange).toMatchObject({ ok: true, cost: inBand.cost });
    }
  }
});
