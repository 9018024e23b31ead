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

/** The operations of each module, in the order the modules build on each other. */
const byModule = { organisation, identity, registers, meetings, venues, records, ledgers };

/** Every operation of the product. */
export const contracts: readonly Route[] = Object.values(byModule).flatMap((contract) =>
  Object.values(contract).filter(isRoute),
);

const modules = new Map(
  Object.entries(byModule).flatMap(([name, contract]) =>
    Object.values(contract)
      .filter(isRoute)
      .map(({ id }) => [id, name] as const),
  ),
);

/** The module an operation belongs to; its heading in the API's description. */
export const moduleOf = ({ id }: Route): string => modules.get(id) ?? '';

/** Every refusal these operations can give. */
export const problemsOf = (routes: readonly Route[]): Problem[] => [
  ...new Map(
    [...Object.values(common), ...routes.flatMap(({ refusals }) => refusals)].map((one) => [one.code, one]),
  ).values(),
];
