import { expect, test } from 'vitest';
import { planOf, type ScreenChoice } from './screens.ts';

const sitting = (id: string, from: string, until: string, state: ScreenChoice['state'] = 'arranged') => ({
  id,
  title: id,
  startsAt: `2026-11-25T${from}:00.000Z`,
  endsAt: `2026-11-25T${until}:00.000Z`,
  state,
});
const plan = (sittings: readonly ScreenChoice[], at: string) => {
  const { now, next } = planOf(sittings, `2026-11-25T${at}:00.000Z`);
  return [now?.id ?? null, next?.id ?? null];
};
const day = [sitting('morning', '01:00', '02:00'), sitting('afternoon', '06:00', '07:00')];

test('a screen waits, goes in twenty minutes before, and waits again', () => {
  expect(plan(day, '00:30')).toEqual([null, 'morning']);
  expect(plan(day, '00:40')).toEqual(['morning', 'afternoon']);
  expect(plan(day, '02:30')).toEqual(['morning', 'afternoon']);
  expect(plan(day, '02:31')).toEqual([null, 'afternoon']);
  expect(plan(day, '08:00')).toEqual([null, null]);
});

test('what goes on comes before what is about to begin, however long it takes', () => {
  const over = [sitting('morning', '01:00', '02:00', 'started'), sitting('afternoon', '06:00', '07:00')];
  expect(plan(over, '05:55')).toEqual(['morning', 'afternoon']);
});

test('an ended or cancelled sitting is none', () => {
  const gone = [sitting('a', '01:00', '02:00', 'ended'), sitting('b', '01:00', '02:00', 'cancelled')];
  expect(plan(gone, '01:30')).toEqual([null, null]);
});
