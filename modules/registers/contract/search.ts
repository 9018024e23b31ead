import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { problems } from '../problems.ts';
import { HouseholdBrief } from './households.ts';
import { PlaceBrief } from './places.ts';
import { ResidentBrief } from './residents.ts';

/** By POST: what is typed may be a name, a phone or an ID number, and addresses end up in logs. */
export const searchRegisters = route({
  id: 'searchRegisters',
  method: 'post',
  reads: true,
  path: '/registers/search',
  summary: '在全部底册里找：居民、户、场所、单位',
  access: 'residents.read',
  body: z.object({ text: z.string().trim().min(1).max(40), limit: z.int().min(1).max(50).default(12) }),
  output: z
    .object({
      residents: z.array(ResidentBrief),
      households: z.array(HouseholdBrief),
      places: z.array(PlaceBrief),
    })
    .meta({ id: 'FoundInRegisters' }),
  refusals: [problems.noCommittee],
});
