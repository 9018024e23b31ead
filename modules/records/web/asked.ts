import type { Activity, Element, RecordValues } from '../contract.ts';

/** An element a form asks for, and how urgently. */
export interface AskedElement {
  readonly element: Element;
  readonly need: 'must' | 'main' | 'more';
}

/** Everything a kind of work may hold, in the order it asks. */
export const askedOf = (activity: Activity, elements: readonly Element[]): AskedElement[] =>
  activity.elements.flatMap(({ element: code, need }) => {
    const element = elements.find((one) => one.code === code);
    return element ? [{ element, need }] : [];
  });

/** Asked of everybody, and nearly always the same. */
const usual: RecordValues = { 'act.mode': 'home' };

/** What a form is filled with before anybody has typed. */
export const usualValues = (fields: readonly AskedElement[]): RecordValues =>
  Object.fromEntries(
    Object.entries(usual).filter(([code]) => fields.some(({ element }) => element.code === code)),
  );
