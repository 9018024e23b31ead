import { type BoundRoute, handle } from '#platform/http/bind.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import * as contract from '../contract.ts';
import { createChanging } from './changing.ts';
import { createFinding } from './finding.ts';
import { blankHouseholds } from './household-import.ts';
import { createHouseholds } from './households.ts';
import { createLeaving } from './leaving.ts';
import type { Marks } from './marks.ts';
import { createMerging, type PersonCarrier } from './merging.ts';
import { blankPlaces } from './place-import.ts';
import { createPlaces } from './places.ts';
import { blankResidents } from './resident-import.ts';
import { createResidents } from './residents.ts';

/** Done, with nothing to say. */
const done = (work: Promise<unknown>): Promise<undefined> => work.then(() => undefined);

const workbook = (content: Uint8Array, name: string) => ({ type: contract.workbookTypes[0], content, name });

const residentRoutes = (platform: Platform, marks: Marks): BoundRoute[] => {
  const finding = createFinding(platform, marks);
  const residents = createResidents(platform, marks);
  const leaving = createLeaving(platform, residents);
  const changing = createChanging(platform, residents);
  return [
    handle(contract.searchRegisters, ({ who, body }) => finding.everything(who, body.text, body.limit)),
    handle(contract.searchResidents, ({ who, body }) => finding.residents(who, body.text, body.limit)),
    handle(contract.listResidents, ({ who, query }) => residents.list(who, query)),
    handle(contract.listGuardedResidents, ({ who, body }) =>
      residents.listGuarded(who, body.tag, body.reason, body.page),
    ),
    handle(contract.getResident, ({ who, params }) => residents.get(who, params.id)),
    handle(contract.openResident, ({ who, params, body }) => residents.open(who, params.id, body.reason)),
    handle(contract.addResident, ({ who, body }) => changing.add(who, body)),
    handle(contract.changeResident, ({ who, params, body }) => changing.change(who, params.id, body)),
    handle(contract.tagResident, ({ who, params, body }) => changing.tag(who, params.id, body)),
    handle(contract.leaveResident, ({ who, params, body }) => leaving.leave(who, params.id, body)),
    handle(contract.returnResident, ({ who, params, body }) => leaving.return(who, params.id, body.revision)),
    handle(contract.previewResidentImport, ({ who, body }) => residents.preview(who, body)),
    handle(contract.importResidents, ({ who, body, query }) => residents.import(who, body, query.digest)),
    handle(contract.residentImportTemplate, async () => workbook(await blankResidents(), '居民底册.xlsx')),
  ];
};

const mergeRoutes = (platform: Platform, carriers: readonly PersonCarrier[]): BoundRoute[] => {
  const merging = createMerging(platform, carriers);
  return [
    handle(contract.listDuplicates, ({ who }) => merging.duplicates(who)),
    handle(contract.sayDistinct, ({ who, body }) => done(merging.distinguish(who, body))),
    handle(contract.mergeResidents, ({ who, body }) => merging.merge(who, body)),
    handle(contract.undoResidentMerge, ({ who, params }) => merging.undo(who, params.id)),
  ];
};

const householdRoutes = (platform: Platform, marks: Marks): BoundRoute[] => {
  const households = createHouseholds(platform, marks);
  return [
    handle(contract.listHouseholds, ({ who, query }) => households.list(who, query.page)),
    handle(contract.getHousehold, ({ who, params }) => households.get(who, params.id)),
    handle(contract.addHousehold, ({ who, body }) => households.add(who, body)),
    handle(contract.changeHousehold, ({ who, params, body }) => households.change(who, params.id, body)),
    handle(contract.dissolveHousehold, ({ who, params, body }) =>
      done(households.dissolve(who, params.id, body.revision)),
    ),
    handle(contract.formHouseholds, ({ who }) => households.form(who)),
    handle(contract.previewHouseholdImport, ({ who, body }) => households.preview(who, body)),
    handle(contract.importHouseholds, ({ who, body, query }) => households.import(who, body, query.digest)),
    handle(contract.householdImportTemplate, async () => workbook(await blankHouseholds(), '户表.xlsx')),
  ];
};

const placeRoutes = (platform: Platform, marks: Marks): BoundRoute[] => {
  const places = createPlaces(platform, marks);
  return [
    handle(contract.listPlaces, ({ who, query }) => places.list(who, query.register, query.kind, query.page)),
    handle(contract.getPlace, ({ who, params }) => places.get(who, params.id)),
    handle(contract.openPlace, ({ who, params, body }) => places.open(who, params.id, body.reason)),
    handle(contract.addPlace, ({ who, body }) => places.add(who, body.register, body.values)),
    handle(contract.changePlace, ({ who, params, body }) => places.change(who, params.id, body)),
    handle(contract.closePlace, ({ who, params, body }) => done(places.close(who, params.id, body.revision))),
    handle(contract.previewPlaceImport, ({ who, query, body }) => places.preview(who, query.register, body)),
    handle(contract.importPlaces, ({ who, query, body }) =>
      places.import(who, query.register, body, query.digest),
    ),
    handle(contract.placeImportTemplate, async ({ query }) =>
      workbook(
        await blankPlaces(query.register),
        query.register === 'premises' ? '场所房屋表.xlsx' : '单位表.xlsx',
      ),
    ),
  ];
};

export const registerRoutes = (
  platform: Platform,
  carriers: readonly PersonCarrier[],
  marks: Marks,
): BoundRoute[] => [
  ...residentRoutes(platform, marks),
  ...mergeRoutes(platform, carriers),
  ...householdRoutes(platform, marks),
  ...placeRoutes(platform, marks),
];
