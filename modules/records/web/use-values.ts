import { useState } from 'react';
import type { CallError } from '#platform/contract/call.ts';
import { useLanguage } from '#platform/ui/text.ts';
import type { RecordValue, RecordValues } from '../contract.ts';
import { checkValues } from '../domain/check-values.ts';
import type { AskedElement } from './asked.ts';

export interface Filling {
  readonly values: RecordValues;
  readonly errors: Readonly<Record<string, string>>;
  /** Elements to be confirmed, and the reasons given so far. */
  readonly unusual: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
  /** The reasons that are sent: those for values that are unusual still. */
  readonly confirmUnusual: Readonly<Record<string, string>>;
  readonly set: (element: string, value: RecordValue | undefined) => void;
  readonly confirm: (element: string, reason: string) => void;
  /** Checks by the rules the server checks by. @returns whether it may be sent */
  readonly check: () => boolean;
  /** Puts what the server says of values beside them. */
  readonly take: (error: CallError) => void;
  readonly reset: (values: RecordValues) => void;
}

const without = <T>(all: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== key));

/** Values such a refusal has put at their fields already need no second telling. */
export const toldAtFields: ReadonlySet<string> = new Set(['records.valuesWrong', 'records.unusual']);

/** The values of a form, with what is wrong and what is unusual about them. */
export const useValues = (fields: readonly AskedElement[], first: RecordValues): Filling => {
  const language = useLanguage();
  const [values, setValues] = useState<RecordValues>(first);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [unusual, setUnusual] = useState<readonly string[]>([]);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  return {
    values,
    errors,
    unusual,
    reasons,
    confirmUnusual: Object.fromEntries(
      Object.entries(reasons).filter(([element]) => unusual.includes(element)),
    ),
    set: (element, value) => {
      setValues((before) =>
        value === undefined ? without(before, element) : { ...before, [element]: value },
      );
      setErrors((before) => without(before, element));
      setReasons((before) => without(before, element));
      setUnusual((before) => before.filter((one) => one !== element));
    },
    confirm: (element, reason) => setReasons((before) => ({ ...before, [element]: reason })),
    check: () => {
      const must = fields.filter(({ need }) => need === 'must').map(({ element }) => element.code);
      const elements = new Map(fields.map(({ element }) => [element.code, element]));
      const verdict = checkValues(values, elements, must, language);
      const odd = verdict.unusual.map(({ element }) => element);
      setErrors(Object.fromEntries(verdict.wrong.map(({ element, message }) => [element, message])));
      setUnusual(odd);
      return verdict.wrong.length === 0 && odd.every((element) => reasons[element]);
    },
    take: (error) => {
      const places = error.errors.map(
        ({ path, message }) => [path.replace(/^body\.values\./, ''), message] as const,
      );
      if (error.code === 'records.unusual') setUnusual(places.map(([element]) => element));
      else if (error.code === 'records.valuesWrong') setErrors(Object.fromEntries(places));
    },
    reset: (next) => {
      setValues(next);
      setErrors({});
      setUnusual([]);
      setReasons({});
    },
  };
};
