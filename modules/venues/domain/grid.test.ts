import { expect, test } from 'vitest';
import { evenGrid, gridFor, tilesOf } from './grid.ts';

test('33 branches fill the grid of 8 × 6 around the programme of 5 × 3', () => {
  const grid = gridFor(33);
  expect(grid).toEqual({ columns: 8, rows: 6, programme: { columns: 5, rows: 3 } });
  expect(tilesOf(grid)).toBe(33);
});

test('every number of branches has a tile each, and the programme is the largest thing', () => {
  for (let venues = 0; venues <= 200; venues++) {
    const grid = gridFor(venues);
    expect(tilesOf(grid)).toBeGreaterThanOrEqual(venues);
    expect(grid.programme.columns * grid.programme.rows).toBeGreaterThanOrEqual(1);
  }
});

test('equal tiles leave less than a row empty', () => {
  expect(evenGrid(34)).toEqual({ columns: 6, rows: 6 });
  expect(evenGrid(1)).toEqual({ columns: 1, rows: 1 });
  for (let tiles = 1; tiles < 200; tiles += 1) {
    const { columns, rows } = evenGrid(tiles);
    expect(columns * rows - tiles).toBeGreaterThanOrEqual(0);
    expect(columns * rows - tiles).toBeLessThan(columns);
  }
});
