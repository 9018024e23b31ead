import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, boxesOf, frame, inside } from './frame.ts';

const within = (one: Box, whole: Box): boolean =>
  one.x >= whole.x - 0.01 &&
  one.y >= whole.y - 0.01 &&
  one.x + one.width <= whole.x + whole.width + 0.01 &&
  one.y + one.height <= whole.y + whole.height + 0.01;

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x + 0.01 ||
  b.x + b.width <= a.x + 0.01 ||
  a.y + a.height <= b.y + 0.01 ||
  b.y + b.height <= a.y + 0.01;

test('whatever is shown lies in the picture, and nothing covers anything', () => {
  const whole = { x: 0, y: 0, ...frame };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.boolean(), (cameras, shares) => {
      const places = boxesOf(shares ? Math.min(cameras, 2) : cameras, shares);
      const all = [...(places.shared ? [places.shared] : []), ...places.cameras];
      for (const [at, one] of all.entries()) {
        expect(within(one, whole)).toBe(true);
        for (const other of all.slice(at + 1)) expect(apart(one, other)).toBe(true);
      }
    }),
  );
});

test('a high page is shown whole, in the middle, not stretched', () => {
  expect(inside({ x: 0, y: 0, width: 900, height: 600 }, 1000, 2000)).toEqual({
    x: 300,
    y: 0,
    width: 300,
    height: 600,
  });
});
