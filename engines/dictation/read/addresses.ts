import type { AddressValue, Compound } from '../types.ts';
import { compoundAt } from './compound-names.ts';
import { fold } from './fold.ts';
import { dashedAt, type HousePart, housePartAt } from './house-numbers.ts';
import { dateShare } from './number-hao.ts';

/** An address, or the part of one that was said. Indices are of the raw text. */
export interface AddressReading {
  readonly start: number;
  readonly end: number;
  /** Exactly the parts that were said, with those an enumeration leaves to its first member (3号401、402). */
  readonly value: AddressValue;
  /** 0 to 1: lower for a compound that was only heard alike, for 三号 alone, for a building no compound has. */
  readonly likelihood: number;
  /** 三号 alone: may be a date. */
  readonly maybeDate?: true;
  /** The compound's name was not written so; it only sounds like it. */
  readonly heard?: true;
  /** A further member of an enumeration. */
  readonly continued?: true;
}

interface Draft {
  readonly start: number;
  end: number;
  value: { compound?: string; building?: number; floor?: number; room?: string };
  likelihood: number;
  bare: boolean;
  heard: boolean;
  buildings: number | undefined;
}

const order = ['compound', 'building', 'floor', 'room'] as const;
const last = (value: Draft['value']): number => order.findLastIndex((part) => value[part] !== undefined);

const gap = /(?:[\s,，]|的|那[边里个位]?|里[向头面]|[一二三四五六]单元|\d单元)*/y;

const skip = (s: string, at: number): number => {
  gap.lastIndex = at;
  return Math.min(at + (gap.exec(s)?.[0].length ?? 0), at + 6);
};

const add = (draft: Draft, piece: HousePart): void => {
  draft.end = piece.end;
  draft.likelihood *= piece.certain;
  draft.bare = piece.bare === true && draft.value.compound === undefined;
  if (piece.part === 'room') draft.value = { ...draft.value, room: piece.digits };
  else draft.value = { ...draft.value, [piece.part]: piece.number };
};

/** Takes parts from the larger to the smaller as long as they follow each other. */
const grow = (s: string, draft: Draft): void => {
  for (;;) {
    const at = draft.end > draft.start ? skip(s, draft.end) : draft.end;
    const inside = draft.value.building !== undefined || draft.value.floor !== undefined;
    const dash = draft.value.building === undefined ? dashedAt(s, at) : undefined;
    if (dash) {
      draft.end = dash.end;
      draft.value = { ...draft.value, building: dash.building, room: dash.room };
      draft.bare = false;
      return;
    }
    const piece = housePartAt(s, at, inside);
    if (!piece || order.indexOf(piece.part) <= last(draft.value)) return;
    // A number after a pause with another number behind it is more likely a pair of readings than a room.
    if (
      piece.part === 'room' &&
      at > draft.end &&
      !/室$/.test(s.slice(at, piece.end)) &&
      /^\s?[\d一二三四五六七八九]/.test(s.slice(piece.end))
    )
      return;
    add(draft, piece);
  }
};

const begin = (s: string, at: number, compounds: readonly Compound[]): Draft | undefined => {
  const named = compoundAt(s, at, compounds);
  const fresh = { start: at, bare: false, heard: false, buildings: undefined };
  const draft: Draft = named
    ? {
        ...fresh,
        end: named.end,
        value: { compound: named.compound },
        likelihood: named.certain,
        heard: named.heard === true,
        buildings: named.buildings,
      }
    : { ...fresh, end: at, value: {}, likelihood: 1 };
  grow(s, draft);
  return draft.end > at ? draft : undefined;
};

const weigh = (s: string, draft: Draft): number => {
  const { value, end, start } = draft;
  const keys = order.filter((part) => value[part] !== undefined);
  let likelihood = draft.likelihood;
  if (draft.bare) {
    likelihood *= 1 - dateShare(s, start, end);
  } else if (keys.length === 1)
    likelihood *= value.floor !== undefined ? 0.6 : value.compound !== undefined && draft.heard ? 0.4 : 0.9;
  if (draft.buildings !== undefined && (value.building ?? 0) > draft.buildings) likelihood *= 0.5;
  return likelihood;
};

const finish = (s: string, draft: Draft, more: { continued?: true } = {}): AddressReading => ({
  start: draft.start,
  end: draft.end,
  value: draft.value,
  likelihood: Math.round(weigh(s, draft) * 100) / 100,
  ...(draft.bare ? { maybeDate: true } : {}),
  ...(draft.heard ? { heard: true } : {}),
  ...more,
});

const connector = /[\s]?[、和跟与及][\s]?/y;

/** 401、402 and 三号楼和五号楼: what stands above the repeated part is meant for each. */
const continued = (s: string, before: Draft): Draft | undefined => {
  connector.lastIndex = before.end;
  const joint = connector.exec(s);
  if (!joint || last(before.value) < 1) return undefined;
  const at = before.end + joint[0].length;
  const piece = housePartAt(s, at, before.value.room !== undefined);
  if (!piece || before.value[piece.part] === undefined) return undefined;
  const kept = order.slice(0, order.indexOf(piece.part));
  const value = Object.fromEntries(
    kept.flatMap((part) => (before.value[part] === undefined ? [] : [[part, before.value[part]]])),
  );
  const draft: Draft = { ...before, start: at, end: at, value };
  add(draft, piece);
  grow(s, draft);
  return draft;
};

const sharedNumber =
  /(?<![零一二三四五六七八九十百千万廿卅\d.月])([一二三四五六七八九十]{1,3}|\d{1,2})[、和](?=(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:号楼|幢|栋))/y;

/** The first of 3、5号楼, whose 号楼 is said only once. */
const shared = (s: string, at: number): HousePart | undefined => {
  sharedNumber.lastIndex = at;
  const said = sharedNumber.exec(s)?.[1];
  const piece = said ? housePartAt(`${said}号楼`, 0, false) : undefined;
  return said && piece ? { ...piece, end: at + said.length } : undefined;
};

const beginShared = (s: string, at: number): Draft | undefined => {
  const piece = shared(s, at);
  if (!piece) return undefined;
  const draft: Draft = {
    start: at,
    end: at,
    value: {},
    likelihood: 0.9,
    bare: false,
    heard: false,
    buildings: undefined,
  };
  add(draft, piece);
  return draft;
};

/**
 * Every address said in the text, in order, without overlaps, as exactly the parts that were said.
 *
 * A number before 号 alone may be a date (`maybeDate`); compounds are also known by sound (和暗, 新方苑), then
 * `heard` is set. A compound alone is a reading too: it tells which of two people is meant.
 *
 * @example readAddresses('和安三号两零幺', compounds)[0]?.value // { compound: '和安小区', building: 3, room: '201' }
 */
export const readAddresses = (text: string, compounds: readonly Compound[]): AddressReading[] => {
  const s = fold(text);
  const found: AddressReading[] = [];
  for (let at = 0; at < s.length; ) {
    let draft = begin(s, at, compounds) ?? beginShared(s, at);
    if (draft && weigh(s, draft) < 0.2 && !draft.bare) draft = undefined;
    if (!draft) {
      at += 1;
      continue;
    }
    found.push(finish(s, draft));
    for (let next = continued(s, draft); next; next = continued(s, next)) {
      found.push(finish(s, next, { continued: true }));
      draft = next;
    }
    at = draft.end;
  }
  return found;
};
