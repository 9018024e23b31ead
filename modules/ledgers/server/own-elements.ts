import type { Element } from '#modules/records/contract';
import { addedAmong } from '#modules/records/server';
import type { Db } from '#platform/database/database.ts';
import { elementsOf, type LedgerDefinition } from '../domain/definition.ts';

/** Elements that offices added, as far as a ledger this process has read names them. They never change. */
const own = new Map<string, Element>();

export const ownElement = (code: string): Element | undefined => own.get(code);

export const isOwn = (code: string): boolean => code.startsWith('own.');

export const rememberOwn = (elements: readonly Element[]): void => {
  for (const element of elements) own.set(element.code, element);
};

/** Looks up the office's own elements that definitions name; most name none, and then nothing is asked. */
export const learnOwn = async (tx: Db, definitions: readonly LedgerDefinition[]): Promise<void> => {
  const codes = definitions.flatMap(elementsOf).filter((code) => isOwn(code) && !own.has(code));
  if (codes.length > 0) rememberOwn(await addedAmong(tx, codes));
};
