import { expect, test } from 'vitest';
import type { VenuesView } from '../../contract.ts';
import { cameraOf } from '../../domain/identities.ts';
import { hall, onScreen, openingState, type VenueState } from '../../domain/state.ts';
import { branchWants, consoleWants, isThere, shownOnPhone, tilesOf, wallWants } from './branches.ts';

const ids = ['a', 'b', 'c'].map((letter) => `019ab000-0000-7000-8000-00000000000${letter}`);
const [a = '', b = '', c = ''] = ids;
const view: VenuesView = {
  sitting: { id: a, title: '', startsAt: null, items: [] },
  venues: ids.map((id) => ({ id, code: id, name: id, online: true, people: null })),
  hallOnline: true,
  state: openingState as VenuesView['state'],
  video: true,
  now: '2026-11-25T06:00:00.000Z',
};
const speaking: VenueState = { ...openingState, floor: a, programme: a, next: b };

test('the wall has everybody small, what is shown and what comes next large, and hears the floor only', () => {
  const wants = wallWants(view, speaking);
  expect(wants.get(cameraOf(a))).toEqual({ picture: 'high', sound: true });
  expect(wants.get(cameraOf(b))).toEqual({ picture: 'high', sound: false });
  expect(wants.get(cameraOf(c))).toEqual({ picture: 'low', sound: false });
  expect(wants.get(cameraOf(hall))).toEqual({ picture: 'high', sound: false });
});

test('the console is silent', () => {
  expect([...consoleWants(view, speaking).values()].some(({ sound }) => sound)).toBe(false);
});

test('a branch gets the programme and its sound, never itself and never the other branches', () => {
  const others = branchWants(speaking, c, onScreen(speaking), 'high');
  expect([...others.keys()].sort()).toEqual([cameraOf(a), cameraOf(hall)].sort());
  expect(branchWants(speaking, a, onScreen(speaking), 'high').has(cameraOf(a))).toBe(false);
});

test('a phone shows who speaks, and the main venue to the one who speaks', () => {
  expect(shownOnPhone(speaking, c)).toEqual([a]);
  expect(shownOnPhone(speaking, a)).toEqual([hall]);
});

test('a tile says the floor before a hand, and a lost venue before both', () => {
  const state: VenueState = { ...speaking, queue: [{ venue: b, since: '2026-11-25T06:00:00.000Z' }] };
  const there = new Set([cameraOf(a), cameraOf(b)]);
  expect(tilesOf(view, state, there).map(({ standing }) => standing)).toEqual(['floor', 'hand', 'lost']);
});

test('a venue that has not come is not said to be connecting', () => {
  const nobody: VenuesView = {
    ...view,
    venues: view.venues.map((one) => ({ ...one, online: one.id === a })),
  };
  const tiles = tilesOf(nobody, openingState as VenueState, new Set());
  expect(tiles.map(({ standing }) => standing)).toEqual(['lost', 'absent', 'absent']);
  expect(tiles.some(isThere)).toBe(false);
});

test('in the gallery nobody is large but what comes next, and the main venue is among the others', () => {
  const wants = wallWants(view, { ...speaking, layout: 'gallery' });
  expect(wants.get(cameraOf(hall))?.picture).toBe('low');
  expect(wants.get(cameraOf(a))).toEqual({ picture: 'low', sound: true });
  expect(wants.get(cameraOf(b))?.picture).toBe('high');
});

test('a shared screen is wanted by everybody but the one who shares it', () => {
  const shared: VenueState = { ...speaking, layout: 'shared', sharer: a };
  expect(wallWants(view, shared).get(cameraOf(a))?.screen).toBe(true);
  expect(branchWants(shared, c, onScreen(shared), 'high').get(cameraOf(a))?.screen).toBe(true);
  expect(branchWants(shared, a, onScreen(shared), 'high').has(cameraOf(a))).toBe(false);
});
