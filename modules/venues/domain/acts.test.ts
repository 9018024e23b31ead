import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BranchAct, branchActs, type ControlAct, operatorActs, type Verdict } from './acts.ts';
import { hall, maySpeak, onScreen, openingState, type VenueState } from './state.ts';

const at = '2026-11-25T06:00:00.000Z';
const branches = ['a', 'b', 'c', 'd'];
const setting = { venues: new Set(branches), items: new Set(['i1', 'i2']), at };

const must = (verdict: Verdict): VenueState => {
  if (!verdict.ok) throw new Error(verdict.why);
  return verdict.state;
};
const raise = (state: VenueState, venue: string) => must(branchActs(state, venue, { kind: 'raise' }, { at }));
const operate = (state: VenueState, ...acts: ControlAct[]) =>
  acts.reduce((now, act) => must(operatorActs(now, act, setting)), state);

const venue = fc.constantFrom(...branches);
const branchAct = fc.record({
  by: venue,
  act: fc.constantFrom<BranchAct>({ kind: 'raise' }, { kind: 'lower' }, { kind: 'finish' }),
});
const controlAct: fc.Arbitrary<ControlAct> = fc.oneof(
  fc.constantFrom<ControlAct>({ kind: 'start' }, { kind: 'return' }, { kind: 'take' }, { kind: 'mute-all' }),
  venue.map((one) => ({ kind: 'grant', venue: one }) as const),
  venue.map((one) => ({ kind: 'preview', venue: one }) as const),
  fc.constantFrom(hall, ...branches).map((one) => ({ kind: 'take', venue: one }) as const),
  fc.constantFrom(hall, ...branches).map((one) => ({ kind: 'mute', venue: one }) as const),
  venue.map((one) => ({ kind: 'dismiss', venue: one }) as const),
  fc
    .constantFrom('speaker' as const, 'questioner' as const)
    .map((layout) => ({ kind: 'layout', layout }) as const),
  fc.constantFrom('i1', 'i2', null).map((item) => ({ kind: 'item', item }) as const),
);
const story = fc.array(fc.oneof(branchAct, controlAct), { maxLength: 40 });

/** Every state a story goes through; refused acts leave it as it was. */
const play = (acts: readonly (ControlAct | { by: string; act: BranchAct })[]): VenueState[] => {
  const states = [openingState];
  for (const one of acts) {
    const now = states.at(-1) as VenueState;
    const verdict = 'by' in one ? branchActs(now, one.by, one.act, { at }) : operatorActs(now, one, setting);
    states.push(verdict.ok ? verdict.state : now);
  }
  return states;
};

test('a raised hand gets the floor: microphone and picture, and the hand goes down', () => {
  const state = operate(raise(raise(openingState, 'b'), 'a'), { kind: 'grant', venue: 'b' });
  expect(state).toMatchObject({ floor: 'b', programme: 'b', queue: [{ venue: 'a' }] });
  expect(maySpeak(state)).toEqual([hall, 'b']);
  expect(onScreen(state)).toEqual([hall, 'b']);
});

test('a returned floor closes the microphone and brings the main venue back', () => {
  const state = operate(openingState, { kind: 'grant', venue: 'a' }, { kind: 'return' });
  expect(state).toMatchObject({ floor: null, programme: hall });
  expect(maySpeak(state)).toEqual([hall]);
});

test('a floor that returns leaves another venue on the screens where it is', () => {
  const state = operate(
    openingState,
    { kind: 'grant', venue: 'a' },
    { kind: 'take', venue: 'c' },
    { kind: 'return' },
  );
  expect(state.programme).toBe('c');
});

test('a branch without the floor cannot give it back', () => {
  expect(branchActs(openingState, 'a', { kind: 'finish' }, { at })).toEqual({ ok: false, why: 'noFloor' });
});

test('mute all closes the branch that may speak and leaves the main venue open', () => {
  const state = operate(openingState, { kind: 'grant', venue: 'a' }, { kind: 'mute-all' });
  expect(maySpeak(state)).toEqual([hall]);
});

test('a venue that is not of the sitting, an item that is not, and an empty preview are refused', () => {
  expect(operatorActs(openingState, { kind: 'grant', venue: 'z' }, setting)).toMatchObject({
    why: 'noSuchVenue',
  });
  expect(operatorActs(openingState, { kind: 'item', item: 'i9' }, setting)).toMatchObject({
    why: 'noSuchItem',
  });
  expect(operatorActs(openingState, { kind: 'take' }, setting)).toMatchObject({ why: 'nothingNext' });
});

test('nothing happens after the end', () => {
  const over = operate(openingState, { kind: 'grant', venue: 'a' }, { kind: 'end' });
  expect(over).toMatchObject({ phase: 'ended', floor: null, queue: [] });
  expect(operatorActs(over, { kind: 'start' }, setting)).toEqual({ ok: false, why: 'ended' });
  expect(branchActs(over, 'a', { kind: 'raise' }, { at })).toEqual({ ok: false, why: 'ended' });
});

test('the revision grows by one with each change and by nothing else', () => {
  fc.assert(
    fc.property(story, (acts) => {
      const states = play(acts);
      return states.every((state, i) => {
        const before = states[i - 1];
        if (!before) return true;
        return state === before || state.rev === before.rev + 1;
      });
    }),
  );
});

test('only an act of the operator moves the control revision, and it never runs ahead', () => {
  fc.assert(fc.property(story, (acts) => play(acts).every(({ rev, controlRev }) => controlRev <= rev)));
  const handed = raise(openingState, 'a');
  expect(handed.controlRev).toBe(openingState.controlRev);
  expect(operate(handed, { kind: 'preview', venue: 'a' }).controlRev).toBe(handed.rev + 1);
});

test('at most one branch may speak, and nobody waits while speaking or waits twice', () => {
  fc.assert(
    fc.property(story, (acts) =>
      play(acts).every((state) => {
        const waiting = state.queue.map((hand) => hand.venue);
        const speakers = maySpeak(state).filter((one) => one !== hall);
        return (
          speakers.length <= 1 &&
          new Set(waiting).size === waiting.length &&
          (state.floor === null || !waiting.includes(state.floor))
        );
      }),
    ),
  );
});

test('hands keep their order: what was before stays before', () => {
  fc.assert(
    fc.property(story, (acts) => {
      const states = play(acts);
      return states.every((state, i) => {
        const before = states[i - 1]?.queue.map((hand) => hand.venue) ?? [];
        const now = state.queue.map((hand) => hand.venue);
        const kept = before.filter((one) => now.includes(one));
        return kept.every((one, place) => now[place] === one);
      });
    }),
  );
});

test('a repeated act is no revision', () => {
  fc.assert(
    fc.property(story, controlAct, (acts, act) => {
      const state = play(acts).at(-1) as VenueState;
      const once = operatorActs(state, act, setting);
      if (!once.ok || act.kind === 'take') return true;
      const twice = operatorActs(once.state, act, setting);
      return twice.ok && twice.state === once.state;
    }),
  );
});
