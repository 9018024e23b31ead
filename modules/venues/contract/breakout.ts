import { z } from 'zod';
import { mostGroups } from '../domain/breakout.ts';

const Moment = z.iso.datetime({ offset: true });
const GroupId = z.string().regex(/^[a-z0-9]{1,8}$/);
const Minutes = z.int().min(1).max(240).nullable().describe('多少分钟后自动召回；空为不限时');
const Group = {
  id: GroupId,
  name: z.string().trim().min(1).max(20),
  venues: z.array(z.uuid()).max(500),
};

/** How the venues are divided, and whether they sit in their groups now. */
export const Breakout = z
  .object({
    open: z.boolean().describe('各组正在讨论'),
    groups: z
      .array(z.object({ ...Group, help: Moment.nullable().describe('请主会场来，自何时起') }))
      .max(mostGroups),
    since: Moment.nullable(),
    until: Moment.nullable().describe('到时自动召回'),
    visiting: GroupId.nullable().describe('主会场正在哪一组'),
  })
  .meta({ id: 'VenueBreakout' });

export const breakoutActs = [
  z.object({
    kind: z.literal('groups'),
    groups: z
      .array(z.object(Group).meta({ id: 'VenueGroup' }))
      .max(mostGroups)
      .nullable(),
  }),
  z.object({ kind: z.literal('groups-open'), minutes: Minutes }),
  z.object({ kind: z.literal('groups-clock'), minutes: Minutes }),
  z.object({ kind: z.literal('groups-visit'), group: GroupId.nullable() }),
  z.object({ kind: z.literal('groups-helped'), group: GroupId }),
  z.object({ kind: z.literal('groups-back') }),
] as const;
