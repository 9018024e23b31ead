import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HeaderNode } from './form.ts';
import { headerGrid } from './header-grid.ts';

const label = fc.string({ maxLength: 4 });
const nodeOf = (depth: number): fc.Arbitrary<HeaderNode> =>
  depth === 0
    ? fc.record({ label })
    : fc.record({ label, children: fc.array(nodeOf(depth - 1), { maxLength: 3 }) });
const node = nodeOf(4);

test('merged header cells cover the grid once each, whatever the depth', () => {
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 4 }), (header) => {
      const { cells, leaves, levels } = headerGrid(header);
      const seen = new Map<string, number>();
      for (const { x, y, colspan, rowspan } of cells)
        for (let dx = 0; dx < colspan; dx += 1)
          for (let dy = 0; dy < rowspan; dy += 1) {
            const at = `${x + dx},${y + dy}`;
            seen.set(at, (seen.get(at) ?? 0) + 1);
          }
      expect(seen.size).toBe(leaves.length * levels);
      expect([...seen.values()].every((times) => times === 1)).toBe(true);
    }),
  );
});
