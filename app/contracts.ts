import * as identity from '#modules/identity/contract';
import * as ledgers from '#modules/ledgers/contract';
import * as meetings from '#modules/meetings/contract';
import * as organisation from '#modules/organisation/contract';
import * as records from '#modules/records/contract';
import * as registers from '#modules/registers/contract';
import * as venues from '#modules/venues/contract';
import { common, type Problem } from '#platform/contract/problem.ts';
import type { Route } from '#platform/contract/route.ts';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'access' in value && 'path' in value && 'method' in value;

/** Every operation of the product, in the order of its modules. */
export const contracts: readonly Route[] = [
  organisation,
  identity,
  registers,
  meetings,
  venues,
  records,
  ledgers,
].flatMap((contract) => Object.values(contract).filter(isRoute));

/** Every refusal these operations can give. */
export const problemsOf = (routes: readonly Route[]): Problem[] => [
  ...new Map(
    [...Object.values(common), ...routes.flatMap(({ refusals }) => refusals)].map((one) => [one.code, one]),
  ).values(),
];
