/** Somebody with an account, as far as small meetings look at them. */
export interface Person {
  readonly account: string;
  /** The committee they work for; null: the office. */
  readonly committee: string | null;
  readonly cadre: string | null;
}

/** Who calls. */
export interface Caller extends Person {
  /** Speaks for a department or leads the office. */
  readonly ofOffice: boolean;
}

export const mostPeople = 10;

/**
 * Whom somebody may ask to a small meeting. The office may ask anybody whose time can be counted; a committee's
 * head the own committee and people of the office, but never another committee: its cadres are called up by the
 * convening rules, and these know no committee as a convener.
 */
export const mayAsk = (caller: Caller, person: Person): boolean =>
  person.account !== caller.account &&
  (person.committee === null ||
    (caller.ofOffice ? person.cadre !== null : person.committee === caller.committee));

/** Whether asking takes a committee cadre's time on the office's behalf: then it is a call-up (召集人次). */
export const isCallUp = (caller: Caller, person: Person): boolean =>
  caller.ofOffice && person.committee !== null;

/** A room nobody has been in for so long is over; shorter is a poor line or an engine that restarts. */
export const emptyMs = 120_000;

/** Whether nobody is there any more. @param lastSeen of anybody; null: nobody ever came */
export const isEmpty = (startedAt: string, lastSeen: string | null, now: string): boolean =>
  Date.parse(now) - Math.max(Date.parse(startedAt), Date.parse(lastSeen ?? startedAt)) >= emptyMs;

export const smallRoomOf = (subdistrict: string, meeting: string): string =>
  `small.${subdistrict}.${meeting}`;

export const meetingOfRoom = (room: string): { subdistrict: string; meeting: string } | null => {
  const [kind, subdistrict, meeting, ...rest] = room.split('.');
  return kind === 'small' && subdistrict && meeting && rest.length === 0 ? { subdistrict, meeting } : null;
};

/** One of a person's devices: a phone and a PC may both be there. */
export const deviceOf = (account: string, device: string): string => `person:${account}:${device.slice(-12)}`;

export const accountOfIdentity = (identity: string): string | null =>
  /^person:([0-9a-f-]{36}):[0-9a-f-]{1,12}$/.exec(identity)?.[1] ?? null;
