import fc from 'fast-check';
import { expect, test } from 'vitest';
import { branchActs, type ControlAct, endsGroups, operatorActs } from './acts.ts';
import { divide, type GroupDraft, groupOf, isTimeUp } from './breakout.ts';
import { hall, openingState, type VenueState } from './state.ts';

const at = '2026-11-25T06:00:00.000Z';
const branches = ['a', 'b', 'c', 'd', 'e'];
const setting = { venues: new Set([hall, ...branches]), items: new Set<string>(), at };
const two: GroupDraft[] = [
  { id: 'g1', name: '第一组', venues: ['a', 'b'] },
  { id: 'g2', name: '第二组', venues: ['c', 'd'] },
];

const operate = (state: VenueState, ...acts: ControlAct[]): VenueState =>
  acts.reduce((now, act) => {
    const verdict = operatorActs(now, act, setting);
    if (!verdict.ok) throw new Error(verdict.why);
    return verdict.state;
  }, state);
const refusal = (state: VenueState, act: ControlAct) => {
  const verdict = operatorActs(state, act, setting);
  return verdict.ok ? null : verdict.why;
};
const open = operate(openingState, { kind: 'groups', groups: two }, { kind: 'groups-open', minutes: 10 });
const roomsOf = (state: VenueState) => [hall, ...branches].map((venue) => groupOf(state, venue)?.id ?? null);

test('venues sit in their groups while these are open, and nowhere else before and after', () => {
  expect(roomsOf(operate(openingState, { kind: 'groups', groups: two }))).toEqual(Array(6).fill(null));
  expect(roomsOf(open)).toEqual([null, 'g1', 'g1', 'g2', 'g2', null]);
  expect(roomsOf(operate(open, { kind: 'groups-back' }))).toEqual(Array(6).fill(null));
  expect(roomsOf(operate(open, { kind: 'end' }))).toEqual(Array(6).fill(null));
});

test('everybody comes back to the same programme, floor and queue', () => {
  const before = operate(
    openingState,
    { kind: 'start' },
    { kind: 'grant', venue: 'c' },
    { kind: 'layout', layout: 'speaker' },
  );
  const after = operate(
    before,
    { kind: 'groups', groups: two },
    { kind: 'groups-open', minutes: null },
    { kind: 'groups-visit', group: 'g1' },
    { kind: 'groups-back' },
  );
  const { rev: _r, controlRev: _c, breakout, ...same } = after;
  const { rev: _r2, controlRev: _c2, breakout: _b, ...was } = before;
  expect(same).toEqual(was);
  expect(breakout).toMatchObject({ open: false, visiting: null, until: null });
});

test('a group asks for help and the operator, coming, has heard it; a venue in no group has nobody to ask', () => {
  const asks = branchActs(open, 'c', { kind: 'help' }, { at });
  if (!asks.ok) throw new Error(asks.why);
  expect(asks.state.breakout?.groups.map(({ help }) => help)).toEqual([null, at]);
  const again = branchActs(asks.state, 'd', { kind: 'help' }, { at: '2026-11-25T06:05:00.000Z' });
  expect(again).toEqual({ ok: true, state: asks.state });
  const came = operate(asks.state, { kind: 'groups-visit', group: 'g2' });
  expect(came.breakout).toMatchObject({ visiting: 'g2', groups: [{ help: null }, { help: null }] });
  expect(groupOf(came, hall)?.id).toBe('g2');
  expect(branchActs(open, 'e', { kind: 'help' }, { at })).toEqual({ ok: false, why: 'noGroups' });
});

test('a venue is moved while groups are open; the call for help stays', () => {
  const asks = branchActs(open, 'c', { kind: 'help' }, { at });
  if (!asks.ok) throw new Error(asks.why);
  const groups: GroupDraft[] = [
    { id: 'g1', name: '第一组', venues: ['a', 'b', 'd'] },
    { id: 'g2', name: '第二组', venues: ['c'] },
  ];
  const moved = operate(asks.state, { kind: 'groups', groups });
  expect(roomsOf(moved)).toEqual([null, 'g1', 'g1', 'g2', 'g1', null]);
  expect(moved.breakout?.groups[1]?.help).toBe(at);
});

test('the clock calls everybody back by itself, once, and can be set anew', () => {
  const late = '2026-11-25T06:10:00.000Z';
  expect(isTimeUp(open.breakout, at)).toBe(false);
  expect(endsGroups(open, at)).toBe(open);
  const over = endsGroups(open, late);
  expect(over.breakout?.open).toBe(false);
  expect(over.controlRev).toBe(open.controlRev);
  expect(endsGroups(over, late)).toBe(over);
  expect(endsGroups(operate(open, { kind: 'groups-clock', minutes: null }), late).breakout?.open).toBe(true);
});

test('what cannot be is refused', () => {
  expect(refusal(openingState, { kind: 'groups-open', minutes: null })).toBe('noGroups');
  expect(refusal(openingState, { kind: 'groups-back' })).toBe('noGroups');
  expect(refusal(open, { kind: 'groups', groups: null })).toBe('noGroups');
  expect(refusal(open, { kind: 'groups-visit', group: 'g9' })).toBe('noSuchGroup');
  const stranger = [{ id: 'g1', name: '一', venues: ['z'] }];
  expect(refusal(open, { kind: 'groups', groups: stranger })).toBe('noSuchVenue');
  expect(refusal(open, { kind: 'groups', groups: [{ id: 'g1', name: '一', venues: [hall] }] })).toBe(
    'noSuchVenue',
  );
  const twice = [...two, { id: 'g3', name: '三', venues: ['a'] }];
  expect(refusal(open, { kind: 'groups', groups: twice })).toBe('inTwoGroups');
});

test('dividing leaves nobody out, nobody twice, and no group more than one larger, also of those who are there', () => {
  const venue = fc.record({ id: fc.uuid(), online: fc.boolean() });
  fc.assert(
    fc.property(
      fc.uniqueArray(venue, { selector: ({ id }) => id, minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 20 }),
      (venues, n) => {
        const groups = divide(venues, n, (place) => `第${place + 1}组`);
        const all = groups.flatMap((group) => group.venues);
        expect(all.toSorted()).toEqual(venues.map(({ id }) => id).toSorted());
        const there = new Set(venues.filter(({ online }) => online).map(({ id }) => id));
        for (const sizeOf of [
          (one: GroupDraft) => one.venues.length,
          (one: GroupDraft) => one.venues.filter((id) => there.has(id)).length,
        ]) {
          const sizes = groups.map(sizeOf);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});
