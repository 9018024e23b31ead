import { Element } from '../contract.ts';
import seed from '../seed/elements.json' with { type: 'json' };

/** The dictionary of data elements the product brings (数据元), in the order people know them. */
export const dictionary: readonly Element[] = seed.map((one) => Element.parse(one));

const byCode = new Map(dictionary.map((one) => [one.code, one]));

export const elementOf = (code: string): Element | undefined => byCode.get(code);
