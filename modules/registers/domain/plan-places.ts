import type { CellRemark } from '../contract.ts';
import {
  type KnownPlace,
  layPlace,
  type PlaceDraft,
  type PlaceValues,
  placeLikeness,
  samePlace,
} from './place.ts';
import { type PlaceRegister, placeShapes } from './place-fields.ts';

export interface PlaceRow {
  readonly draft: PlaceDraft;
  readonly cellOf: (code: string) => string;
}

export interface PlacePlan {
  readonly created: readonly PlaceValues[];
  readonly updated: readonly { readonly id: string; readonly values: PlaceValues }[];
  readonly unchanged: number;
  readonly remarks: readonly CellRemark[];
}

/** Compares the rows of a file with what a committee's register knows: the same by credit code, else by name and place. */
export const planPlaces = (
  register: PlaceRegister,
  rows: readonly PlaceRow[],
  known: readonly KnownPlace[],
): PlacePlan => {
  const byCode = new Map(known.flatMap((one) => (one.code ? [[one.code, one] as const] : [])));
  const alike = Map.groupBy(known, placeLikeness);
  const met = new Map<string, string>();
  const remarks: CellRemark[] = [];
  const created: PlaceValues[] = [];
  const updated: { id: string; values: PlaceValues }[] = [];
  let unchanged = 0;
  for (const { draft, cellOf } of rows) {
    const laid = layPlace(register, draft, null);
    const at = cellOf(placeShapes[register].name);
    const refuse = (message: string) => remarks.push({ cell: at, level: 'error', message });
    const candidates = (alike.get(placeLikeness(laid)) ?? []).filter(
      ({ code }) => !code || !laid.code || code === laid.code,
    );
    const there = byCode.get(laid.code) ?? (candidates.length === 1 ? candidates[0] : undefined);
    if (!there && candidates.length > 1) {
      refuse('底册里有几处同名同地址的，请先核对');
      continue;
    }
    const keys = [there?.id, laid.code || null, laid.code ? null : placeLikeness(laid)].filter(
      (key) => !!key,
    );
    const before = keys.map((key) => met.get(key as string)).find(Boolean);
    if (before) {
      refuse(`与 ${before} 重复`);
      continue;
    }
    for (const key of keys) met.set(key as string, at);
    const values = layPlace(register, draft, there ?? null);
    if (!there) created.push(values);
    else if (samePlace(values, there)) unchanged += 1;
    else updated.push({ id: there.id, values });
  }
  return { created, updated, unchanged, remarks };
};
