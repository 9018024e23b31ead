import { z } from 'zod';
import { IdParams, route } from '#platform/contract/route.ts';
import { departureReasons } from '../domain/departure.ts';
import { problems } from '../problems.ts';
import { Resident } from './residents.ts';

export const leaveResident = route({
  id: 'leaveResident',
  method: 'post',
  path: '/residents/{id}/leave',
  summary: '登记搬走或去世：从那天起不再列入名单、标记和花名册，写过的记录仍在',
  access: 'registers.change',
  params: IdParams,
  body: z.object({
    revision: z.int(),
    on: z.iso.date(),
    for: z.enum(departureReasons),
    note: z.string().trim().max(60).default(''),
  }),
  output: Resident,
  refusals: [
    problems.noResident,
    problems.changedMeanwhile,
    problems.leftAlready,
    problems.leftOnWrong,
    problems.fieldsWrong,
  ],
});

export const returnResident = route({
  id: 'returnResident',
  method: 'post',
  path: '/residents/{id}/return',
  summary: '撤销搬走或去世的登记，回到原来的户',
  access: 'registers.change',
  params: IdParams,
  body: z.object({ revision: z.int() }),
  output: Resident,
  refusals: [problems.noResident, problems.changedMeanwhile, problems.notLeft],
});
