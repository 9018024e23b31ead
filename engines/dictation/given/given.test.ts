import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgers, register } from '../corpus/fixtures.ts';
import { createDictation, type DictationData, DictationRefusal, type Utterance } from '../index.ts';

const dictation = createDictation({ ledgers, ...register });
const ref = '2026-03-18T10:30:00+08:00';

/** The field that is refused; undefined when nothing is. */
const refused = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof DictationRefusal) return error.field;
    throw error;
  }
};
const reading = (given: unknown) => refused(() => dictation.read(given as Utterance));

test.each([
  [null, 'utterance'],
  [{ ref }, 'utterance'],
  [{ utterance: 5, ref }, 'utterance'],
  [{ utterance: '低压八十' }, 'ref'],
  [{ utterance: '低压八十', ref: null }, 'ref'],
  [{ utterance: '低压八十', ref: '前天' }, 'ref'],
  [{ utterance: '低压八十', ref: '2026-13-40T10:30:00+08:00' }, 'ref'],
  [{ utterance: '低压八十', ref, ledger: 7 }, 'ledger'],
  [{ utterance: '低压八十', ref, among: 'bp' }, 'among'],
  [{ utterance: '低压八十', ref, among: [null] }, 'among[0]'],
  [{ utterance: '低压八十', ref, draft: [{}] }, 'ledger'],
  [{ utterance: '低压八十', ref, ledger: 'bp', draft: {} }, 'draft'],
  [{ utterance: '低压八十', ref, ledger: 'bp', draft: [null] }, 'draft[0]'],
  [{ utterance: '低压八十', ref, ledger: 'bp', draft: [{ resident: null }] }, 'draft[0].resident'],
  [{ utterance: '低压八十', ref, ledger: 'bp', draft: [{}, { systolic: null }] }, 'draft[1].systolic'],
  [{ utterance: '低压八十', ref, ledger: 'bp', draft: [{ systolic: '140' }] }, 'draft[0].systolic'],
  [
    { utterance: '低压八十', ref, ledger: 'bp', draft: [{ resident: { ambiguous: 'R1' } }] },
    'draft[0].resident',
  ],
  [
    { utterance: '三号', ref, ledger: 'hazard', draft: [{ location: { town: '和安' } }] },
    'draft[0].location',
  ],
  [{ utterance: '低压八十', ref, ledger: 'bp', draft: [{ height: 170 }] }, 'draft[0].height'],
])('%j is refused by the name of what is wrong', (given, field) => {
  expect(reading(given)).toBe(field);
});

const field = { key: 'a', label: '项目', type: 'choice', options: [{ value: '甲' }] };
const withField = (over: object) => ({
  ledgers: [{ id: 'x', title: 'x', fields: [{ ...field, ...over }] }],
  residents: [],
  compounds: [],
});

test.each([
  [null, 'data'],
  [{ residents: [], compounds: [] }, 'ledgers'],
  [{ ledgers: [null], residents: [], compounds: [] }, 'ledgers[0]'],
  [{ ledgers: [{ id: 'x' }], residents: [], compounds: [] }, 'ledgers[0].fields'],
  [withField({ key: '' }), 'ledgers[0].fields[0].key'],
  [withField({ label: null }), 'ledgers[0].fields[0].label'],
  [withField({ type: 'colour' }), 'ledgers[0].fields[0].type'],
  [withField({ options: undefined }), 'ledgers[0].fields[0].options'],
  [withField({ options: [{ value: '甲' }, null] }), 'ledgers[0].fields[0].options[1]'],
  [withField({ options: [{ value: '甲', synonyms: [3] }] }), 'ledgers[0].fields[0].options[0].synonyms[0]'],
  [withField({ type: 'number', min: 9, max: 1 }), 'ledgers[0].fields[0].min'],
  [withField({ type: 'number', max: '9' }), 'ledgers[0].fields[0].max'],
  [withField({ type: 'boolean', yes: '有' }), 'ledgers[0].fields[0].yes'],
  [{ ledgers: [], residents: [{ id: 'R1' }], compounds: [] }, 'residents[0].name'],
  [
    { ledgers: [], residents: [{ id: 'R1', name: '甲', building: '3' }], compounds: [] },
    'residents[0].building',
  ],
  [{ ledgers: [], residents: [], compounds: [{ name: null }] }, 'compounds[0].name'],
])('data like %j is refused by the name of what is wrong', (given, name) => {
  expect(refused(() => createDictation(given as unknown as DictationData))).toBe(name);
});

test('the same key twice is refused at the second', () => {
  const twice = { ledgers: [{ id: 'x', title: 'x', fields: [field, field] }], residents: [], compounds: [] };
  expect(refused(() => createDictation(twice as unknown as DictationData))).toBe('ledgers[0].fields[1].key');
});

test('a refusal says in both tongues what to do and repeats nothing that was given', () => {
  const given = { utterance: '', ref, ledger: 'bp', draft: [{ systolic: '张三' }] };
  try {
    dictation.read(given as unknown as Utterance);
    expect.unreachable();
  } catch (error) {
    const { zh, en, message } = error as DictationRefusal;
    expect(zh).toContain('一个数');
    expect(en).toContain('a number');
    expect(message).not.toContain('张三');
  }
});

test('whatever is given, a refusal is all that is thrown', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.anything(), (ref, draft, resident) => {
      reading({ utterance: '低压八十八', ref, ledger: 'bp' });
      reading({ utterance: '低压八十八', ref: '2026-03-18T10:30:00+08:00', ledger: 'bp', draft });
      reading({
        utterance: '低压八十八',
        ref: '2026-03-18T10:30:00+08:00',
        ledger: 'bp',
        draft: [{ resident, systolic: 130 }],
      });
    }),
    { numRuns: 200 },
  );
});

test('the day of speaking is the office’s, whatever offset it is given in', () => {
  const day = (ref: string) =>
    dictation.read({ utterance: '周玉萍今天高压一百三', ref, ledger: 'bp' }).records[0]?.values.measured_on;
  expect(day('2026-03-17T23:30:00Z')).toBe('2026-03-18');
  expect(day('2026-03-18T07:30:00+08:00')).toBe('2026-03-18');
  expect(day('2026-03-18T07:30')).toBe('2026-03-18');
});
