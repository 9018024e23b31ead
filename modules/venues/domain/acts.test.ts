import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BranchAct, branchActs, type ControlAct, operatorActs, patrols, type Verdict } from './acts.ts';
import {
  galleryOf,
  hall,
  layouts,
  mayShare,
  maySpeak,
  onScreen,
  openingState,
  type VenueState,
} from './state.ts';

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
  act: fc.constantFrom<BranchAct>(
    { kind: 'raise' },
    { kind: 'lower' },
    { kind: 'finish' },
    { kind: 'voice' },
    { kind: 'vote', choice: 1 },
    { kind: 'unshare' },
  ),
});
const controlAct: fc.Arbitrary<ControlAct> = fc.oneof(
  fc.constantFrom<ControlAct>({ kind: 'start' }, { kind: 'return' }, { kind: 'take' }, { kind: 'mute-all' }),
  venue.map((one) => ({ kind: 'grant', venue: one }) as const),
  venue.map((one) => ({ kind: 'preview', venue: one }) as const),
  fc.constantFrom(hall, ...branches).map((one) => ({ kind: 'take', venue: one }) as const),
  fc.constantFrom(hall, ...branches).map((one) => ({ kind: 'mute', venue: one }) as const),
  venue.map((one) => ({ kind: 'dismiss', venue: one }) as const),
  fc.constantFrom(...layouts).map((layout) => ({ kind: 'layout', layout }) as const),
  fc.constantFrom('patrol' as const, 'voice' as const, null).map((auto) => ({ kind: 'auto', auto }) as const),
  fc.constantFrom(hall, ...branches, null).map((one) => ({ kind: 'share', venue: one }) as const),
  fc.constant({ kind: 'poll', id: 'p', question: '同意吗', choices: ['同意', '不同意'] } as const),
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

const later = (seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();

test('on patrol each venue that is there has its turn, and the floor stops the round', () => {
  const patrol = operate(openingState, { kind: 'auto', auto: 'patrol' });
  const first = patrols(patrol, ['a', 'c'], at);
  expect(first.programme).toBe('a');
  expect(patrols(first, ['a', 'c'], later(14))).toBe(first);
  const second = patrols(first, ['a', 'c'], later(15));
  expect(second.programme).toBe('c');
  expect(patrols(second, ['a', 'c'], later(30)).programme).toBe('a');
  expect(patrols(second, [], later(30))).toBe(second);
  const asked = operate(second, { kind: 'grant', venue: 'b' });
  expect(patrols(asked, ['a', 'c'], later(60))).toBe(asked);
  // What the operator saw before the picture moved by itself is not out of date.
  expect(second.controlRev).toBe(patrol.controlRev);
});

test('the picture follows the voice of who may speak, and a hand on the console ends that', () => {
  const voice = operate(openingState, { kind: 'auto', auto: 'voice' }, { kind: 'grant', venue: 'a' });
  const says = (state: VenueState, by: string, when: string) =>
    must(branchActs(state, by, { kind: 'voice' }, { at: when }));
  expect(says(voice, hall, later(1))).toBe(voice);
  const answered = says(voice, hall, later(3));
  expect(answered.programme).toBe(hall);
  expect(says(answered, 'b', later(9))).toBe(answered);
  expect(says(answered, 'a', later(9)).programme).toBe('a');
  expect(operate(answered, { kind: 'take', venue: 'c' })).toMatchObject({ programme: 'c', auto: null });
});

test('a shared screen brings its layout and takes it away again', () => {
  const shared = operate(openingState, { kind: 'share', venue: 'a' });
  expect(shared).toMatchObject({ layout: 'shared', sharer: 'a' });
  expect(must(branchActs(shared, 'b', { kind: 'unshare' }, { at }))).toBe(shared);
  expect(must(branchActs(shared, 'a', { kind: 'unshare' }, { at }))).toMatchObject({
    layout: 'questioner',
    sharer: null,
  });
  expect(mayShare(operate(shared, { kind: 'end' }))).toBeNull();
});

test('a venue has one voice, which it may change until the question is closed', () => {
  const asked = operate(openingState, {
    kind: 'poll',
    id: 'p',
    question: '同意吗',
    choices: ['同意', '不同意'],
  });
  const says = (state: VenueState, by: string, choice: number) =>
    branchActs(state, by, { kind: 'vote', choice }, { at });
  const voted = must(says(must(says(asked, 'a', 0)), 'a', 1));
  expect(voted.poll?.votes).toEqual([{ venue: 'a', choice: 1 }]);
  expect(says(asked, 'a', 2)).toEqual({ ok: false, why: 'noPoll' });
  expect(says(operate(voted, { kind: 'poll-close' }), 'b', 0)).toEqual({ ok: false, why: 'noPoll' });
});

test('the gallery has the main venue and who speaks first, and never too many', () => {
  const many = Array.from({ length: 33 }, (_, at) => `v${at}`);
  const state = operate(raise(openingState, 'd'), { kind: 'grant', venue: 'c' });
  expect(galleryOf(state, many).slice(0, 3)).toEqual([hall, 'c', 'd']);
  expect(galleryOf(state, many)).toHaveLength(9);
});
