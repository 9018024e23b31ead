import type { RegisterService } from '#modules/registers/server';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db, Tenant } from '#platform/database/database.ts';
import { handle } from '#platform/http/bind.ts';
import { languageOf } from '#platform/http/problem-response.ts';
import type { ModuleServer, Platform } from '#platform/server/dependencies.ts';
import * as contract from '../contract.ts';
import { activities } from '../domain/activities.ts';
import { dictionary } from '../domain/dictionary.ts';
import { actFacts } from './act-facts.ts';
import { addElements, addedElements, type ElementDraft } from './added-elements.ts';
import { personCarrier } from './carrying.ts';
import { createChanging } from './changing.ts';
import { type Coverage, noCoverage } from './coverage.ts';
import type { Dependencies } from './dependencies.ts';
import { createEntering } from './entering.ts';
import {
  correctImported,
  enterImported,
  type ImportedAct,
  type ImportedChange,
  takeBackImported,
} from './importing.ts';
import { createOutbox } from './outbox.ts';
import { createPictures } from './pictures.ts';
import { type PlantedRecord, plantRecords } from './plant.ts';
import { createReading } from './reading.ts';
import { createStoring } from './storing.ts';

export { checkValues } from '../domain/check-values.ts';
export { dictionary } from '../domain/dictionary.ts';
export { addedAmong, type ElementDraft } from './added-elements.ts';
export type { Coverage, NewEntry } from './coverage.ts';
export type { ImportedAct, ImportedChange } from './importing.ts';
export type { PlantedRecord } from './plant.ts';

/**
 * What other modules may ask of records. Ledgers also read the tables `record`, `record_revision` and
 * `current_value` (never write them): a page of 50 rows must be one statement.
 */
export interface RecordsService {
  readonly elements: readonly contract.Element[];
  readonly activities: readonly contract.Activity[];
  /** Given once, at composition, by the module that keeps ledgers. */
  readonly onCoverage: (coverage: Coverage) => void;
  /** Pictures of acts, for an inspection pack. */
  readonly pictures: Pick<ReturnType<typeof createPictures>, 'ofRecords' | 'content'>;
  readonly plant: (tx: Db, who: Tenant, records: readonly PlantedRecord[]) => Promise<string[]>;
  /** What this office added to the dictionary; what one form alone has is left out unless asked for. */
  readonly addedElements: (tx: Db, scope?: ElementDraft['scope']) => Promise<contract.Element[]>;
  readonly addElements: (tx: Db, who: Actor, drafts: readonly ElementDraft[]) => Promise<contract.Element[]>;
  /** Rows of a department's form as acts of work: put in once, put right, taken back (`importing.ts`). */
  readonly enterImported: (tx: Db, who: Actor, acts: readonly ImportedAct[]) => Promise<(string | null)[]>;
  readonly correctImported: (tx: Db, who: Actor, change: ImportedChange) => Promise<number | null>;
  readonly takeBackImported: typeof takeBackImported;
}

/** Data elements, activities, and acts of work entered once. */
export const createRecords = (
  platform: Platform,
  { registers }: { registers: RegisterService },
): ModuleServer & RecordsService => {
  let coverage = noCoverage;
  const dependencies: Dependencies = { platform, registers, coverage: () => coverage };
  const entering = createEntering(dependencies);
  const changing = createChanging(dependencies, entering);
  const reading = createReading(dependencies, entering);
  const pictures = createPictures(dependencies);
  const storing = createStoring(dependencies, entering);
  const outbox = createOutbox(dependencies, storing);
  registers.onMerge(personCarrier);
  registers.onActs(actFacts);
  return {
    routes: [
      handle(contract.listElements, async ({ who }) => [
        ...dictionary,
        ...(await platform.db.read(who, (tx) => addedElements(tx, 'office'))),
      ]),
      handle(contract.listActivities, async () => [...activities]),
      handle(contract.getEntryForm, ({ who, params, query }) =>
        entering.form(who, params.activity, query.resident),
      ),
      handle(contract.enterRecord, ({ who, body }) => storing.enter(who, body)),
      handle(contract.recordedToday, ({ who }) => reading.today(who)),
      handle(contract.getRecord, ({ who, params }) => reading.get(who, params.id)),
      handle(contract.correctRecord, ({ who, params, body }) => changing.correct(who, params.id, body)),
      handle(contract.voidRecord, ({ who, params, body }) => changing.void(who, params.id, body)),
      handle(contract.listRecordPictures, ({ who, params }) => pictures.list(who, params.id)),
      handle(contract.addRecordPicture, ({ who, params, body }) => pictures.add(who, params.id, body)),
      handle(contract.showRecordPicture, ({ who, params }) => pictures.show(who, params.id, params.picture)),
      handle(contract.getOutboxKey, ({ who }) => outbox.key(who)),
      handle(contract.sendOutbox, ({ who, body, request }) =>
        outbox.send(who, body.entries, languageOf(request)),
      ),
      handle(contract.listRecords, ({ who, query }) => reading.list(who, query)),
    ],
    elements: dictionary,
    pictures,
    activities,
    onCoverage: (given) => {
      coverage = given;
    },
    addedElements,
    addElements,
    enterImported,
    correctImported,
    takeBackImported,
    plant: plantRecords(entering),
  };
};
