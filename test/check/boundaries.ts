import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from './boundary-rules.ts';

const rooms = ['app', 'modules', 'platform', 'engines'];

const sourcesIn = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name));
};

/** What was wrong, and how much was looked at: a check that saw nothing proves nothing. */
export interface BoundaryReport {
  readonly violations: readonly string[];
  readonly seen: number;
  readonly expected: number;
}

/** Checks the directions of imports below `base`, by the rules of boundary-rules.ts. */
export const checkBoundaries = async (base: string): Promise<BoundaryReport> => {
  const expected = (await Promise.all(rooms.map((room) => sourcesIn(join(base, room))))).flat();
  const { output } = await cruise(
    rooms,
    { ...config.options, baseDir: base, ruleSet: { forbidden: config.forbidden }, validate: true } as never,
    undefined,
    { tsConfig: extractTsConfig(join(base, 'tsconfig.base.json')) },
  );
  const { modules, summary } = output as ICruiseResult;
  const seen = modules.filter(({ source }) =>
    /^(app|modules|platform|engines)\/.*\.tsx?$/.test(source),
  ).length;
  return {
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    seen,
    expected: expected.length,
  };
};
