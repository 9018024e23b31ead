import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordValues } from '../contract.ts';
import { activities } from './activities.ts';
import { checkValues } from './check-values.ts';
import { dictionary, elementOf } from './dictionary.ts';
import { summaryOf } from './say-values.ts';

const elements = new Map(dictionary.map((one) => [one.code, one]));
const check = (values: RecordValues, must: string[] = ['bp.sys', 'bp.dia']) =>
  checkValues(values, elements, must);
const wrongIn = (values: RecordValues, must: string[] = []) =>
  check(values, must).wrong.map(({ element }) => element);

describe('the dictionary', () => {
  test('has each element once, with its range in order', () => {
    expect(new Set(dictionary.map(({ code }) => code)).size).toBe(dictionary.length);
    for (const { code, min, low, high, max } of dictionary) {
      const bounds = [min, low, high, max].filter((one) => one !== null);
      expect([code, bounds]).toEqual([code, bounds.toSorted((a, b) => a - b)]);
    }
  });

  test('knows every element an activity asks for', () => {
    for (const { elements: asked } of activities)
      for (const { element } of asked) expect(elementOf(element), element).toBeDefined();
  });
});

describe('blood pressure', () => {
  test('135/85 is taken without a word', () => {
    expect(check({ 'bp.sys': 135, 'bp.dia': 85 })).toEqual({ wrong: [], unusual: [] });
  });

  test('195/85 is asked about, 1350/85 and 135/8.5 cannot be', () => {
    expect(check({ 'bp.sys': 195, 'bp.dia': 85 }).unusual.map(({ element }) => element)).toEqual(['bp.sys']);
    expect(wrongIn({ 'bp.sys': 1350, 'bp.dia': 85 })).toEqual(['bp.sys']);
    expect(wrongIn({ 'bp.sys': 135, 'bp.dia': 8.5 })).toEqual(['bp.dia']);
  });

  test('filled the wrong way round is noticed', () => {
    expect(wrongIn({ 'bp.sys': 85, 'bp.dia': 135 })).toEqual(['bp.sys']);
  });

  test('what must be there is asked for by name', () => {
    expect(check({ 'bp.sys': 135 }).wrong).toEqual([{ element: 'bp.dia', message: '请填写舒张压' }]);
  });

  test('its line in a list', () => {
    expect(summaryOf({ 'bp.sys': 135, 'bp.dia': 85, 'health.drug': 'regular' }, [...dictionary])).toBe(
      '135/85 mmHg',
    );
  });
});

test('a choice must be one of the choices, a list a set of them', () => {
  expect(wrongIn({ 'health.drug': 'often' })).toEqual(['health.drug']);
  expect(wrongIn({ 'health.symptom': ['headache', 'headache'] })).toEqual(['health.symptom']);
  expect(wrongIn({ 'health.drug': 'regular', 'health.symptom': ['headache', 'numb'] })).toEqual([]);
});

test('numbers of people and documents have no place in a record', () => {
  expect(wrongIn({ 'person.id_no': '1', 'person.phone': '13800138000' })).toEqual([
    'person.id_no',
    'person.phone',
  ]);
});

test('a value is wrong, unusual or fine, never two of them, and no message repeats it', () => {
  const numbers = dictionary.filter(({ type }) => type === 'int' || type === 'decimal');
  fc.assert(
    fc.property(
      fc.constantFrom(...numbers),
      fc.oneof(fc.integer(), fc.double(), fc.integer({ min: 0, max: 300 })),
      (element, value) => {
        const { wrong, unusual } = checkValues({ [element.code]: value }, elements, []);
        expect(wrong.length + unusual.length).toBeLessThanOrEqual(1);
        const inside =
          Number.isFinite(value) && value >= (element.min ?? -Infinity) && value <= (element.max ?? Infinity);
        if (!inside) expect(wrong).toHaveLength(1);
      },
    ),
  );
});

test('a value of any shape is answered, not thrown at', () => {
  const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.string()));
  fc.assert(
    fc.property(fc.constantFrom(...elements.keys()), value, (code, any) => {
      checkValues({ [code]: any }, elements, []);
    }),
  );
});

test('two pressures in each other’s boxes are said once, not also called unusual', () => {
  const verdict = check({ 'bp.sys': 70, 'bp.dia': 145, 'bp.pulse': 72 });
  expect(verdict.wrong).toEqual([{ element: 'bp.sys', message: '高压应大于低压，是否填反了' }]);
  expect(verdict.unusual).toEqual([]);
});
