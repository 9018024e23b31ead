import type { Actor } from '#platform/contract/actor.ts';
import type { SittingFacts } from './interface.ts';

/** Arrangers and the main leader see every department's requests. */
export const seesAllRequests = (who: Actor): boolean =>
  who.permissions.has('meetings.arrange') || who.permissions.has('meetings.approve');

const isCalled = (who: Actor, sitting: SittingFacts): boolean =>
  who.committee !== null && sitting.committees.includes(who.committee);

const pooledHere = (who: Actor, sitting: SittingFacts): boolean =>
  who.department !== null && sitting.departments.includes(who.department);

/** A committee sees the sittings it is called to; everybody in the office sees all, so that items can ride along. */
export const maySee = (who: Actor, sitting: SittingFacts): boolean =>
  isCalled(who, sitting) ||
  (sitting.kind === 'small'
    ? // What was said is between those who were there; that it took cadres' time is the office's to see.
      pooledHere(who, sitting) || seesAllRequests(who)
    : ['meetings.request', 'meetings.approve', 'venues.watch'].some((name) => who.permissions.has(name)));

/** What stands in lists and on Today: a practice for the hall's people alone, a small meeting nowhere here. */
export const isListedFor = (who: Actor, { kind }: SittingFacts): boolean =>
  kind === 'regular' || (kind === 'practice' && who.permissions.has('venues.control'));

/** Names, replies and attendance of all committees; a committee sees its own besides. */
export const seesPeople = (who: Actor, sitting: SittingFacts): boolean =>
  pooledHere(who, sitting) ||
  ['meetings.arrange', 'meetings.approve', 'venues.watch'].some((name) => who.permissions.has(name));

export const mayWatch = (who: Actor, sitting: SittingFacts): boolean =>
  sitting.kind !== 'small' && (who.permissions.has('venues.watch') || pooledHere(who, sitting));

export const mayJoin = (who: Actor, sitting: SittingFacts): boolean =>
  sitting.kind !== 'small' && who.permissions.has('venues.join') && isCalled(who, sitting);

/** Each cadre for themselves; a committee's head for everybody there. */
export const mayReply = (who: Actor, invitation: { cadre_id: string; committee_id: string }): boolean =>
  who.permissions.has('meetings.reply') &&
  who.committee === invitation.committee_id &&
  (who.roles.includes('committee_head') || who.cadre === invitation.cadre_id);
