import { expect, test } from 'vitest';
import { openingState, type VenueState } from '../../domain/state.ts';
import { actOfKey } from './shortcuts.ts';

const at = '2026-11-25T06:00:00.000Z';
const state: VenueState = {
  ...openingState,
  queue: [
    { venue: 'a', since: at },
    { venue: 'b', since: at },
  ],
};

test('a figure gives the floor to the hand at that place, and nothing where nobody waits', () => {
  expect(actOfKey('2', state)).toEqual({ kind: 'grant', venue: 'b' });
  expect(actOfKey('3', state)).toBeNull();
});

test('0 takes back only what was given, space takes only what was chosen', () => {
  expect(actOfKey('0', state)).toBeNull();
  expect(actOfKey('0', { ...state, floor: 'a' })).toEqual({ kind: 'return' });
  expect(actOfKey(' ', state)).toBeNull();
  expect(actOfKey(' ', { ...state, next: 'b' })).toEqual({ kind: 'take' });
});

test('a remote turns the pages of what is shown, and stops at both ends', () => {
  const document = { id: 'd', title: '材料', page: 1, pages: 2 };
  expect(actOfKey('PageDown', { ...state, document })).toEqual({ kind: 'document', document: 'd', page: 2 });
  expect(actOfKey('ArrowLeft', { ...state, document })).toBeNull();
  expect(actOfKey('ArrowRight', { ...state, document: { ...document, page: 2 } })).toBeNull();
  expect(actOfKey('PageDown', state)).toBeNull();
});

test('other keys mean nothing', () => {
  for (const key of ['a', 'Enter', 'Tab', '10', 'F5']) expect(actOfKey(key, state)).toBeNull();
});

test('layouts go round, calling on a venue needs one chosen, a second press ends the round', () => {
  expect(actOfKey('l', { ...state, layout: 'gallery' })).toEqual({ kind: 'layout', layout: 'questioner' });
  expect(actOfKey('L', { ...state, layout: 'questioner' })).toEqual({ kind: 'layout', layout: 'speaker' });
  expect(actOfKey('d', state)).toBeNull();
  expect(actOfKey('d', { ...state, next: 'a' })).toEqual({ kind: 'grant', venue: 'a' });
  expect(actOfKey('p', { ...state, auto: 'patrol' })).toEqual({ kind: 'auto', auto: null });
});
