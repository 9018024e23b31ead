import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordDraft } from '../contract.ts';
import { activities } from './activities.ts';
import { elementOf } from './dictionary.ts';
import { type Known, planForm, type Wish } from './entry-form.ts';
import { sentHash } from './sent-hash.ts';

const [visit] = activities;
if (!visit) throw new Error('no activity');
const today = '2026-11-24';
const plan = (wishes: Wish[], known: Known[] = []) =>
  planForm(visit, elementOf, wishes, known, new Set(['act.note']), today);
const asked = (wishes: Wish[], known: Known[] = []) =>
  plan(wishes, known).fields.map(({ element }) => element.code);

describe('an entry form', () => {
  test('without any ledger asks for what the activity must have, and offers a remark', () => {
    expect(asked([])).toEqual(['bp.sys', 'bp.dia', 'act.note']);
  });

  test('is the union of what the ledgers want, each once, in the order of the activity', () => {
    const wishes = [
      { ledger: '随访', elements: ['health.drug', 'bp.sys'] },
      { ledger: '探访', elements: ['act.need', 'health.drug'] },
    ];
    expect(asked(wishes)).toEqual(['bp.sys', 'bp.dia', 'health.drug', 'act.need', 'act.note']);
    expect(plan(wishes).fields.find(({ element }) => element.code === 'health.drug')?.askedBy).toEqual([
      '随访',
      '探访',
    ]);
  });

  test('does not ask what is known recently enough', () => {
    const wishes = [{ ledger: '探访', elements: ['person.health'] }];
    expect(asked(wishes, [{ element: 'person.health', asOf: '2026-10-01' }])).not.toContain('person.health');
    expect(asked(wishes, [{ element: 'person.health', asOf: '2026-08-01' }])).toContain('person.health');
    expect(asked(wishes, [{ element: 'person.health', asOf: null }])).not.toContain('person.health');
  });

  test('always asks a blood pressure anew, however recent the last', () => {
    expect(asked([], [{ element: 'bp.sys', asOf: today }])).toContain('bp.sys');
  });

  test('one more ledger never asks less', () => {
    const some = fc.subarray(visit.elements.map(({ element }) => element));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), some, (lists, more) => {
        const wishes = lists.map((elements, at) => ({ ledger: String(at), elements }));
        const before = asked(wishes);
        const after = new Set(asked([...wishes, { ledger: 'new', elements: more }]));
        return before.every((code) => after.has(code));
      }),
    );
  });
});

describe('the hash of what was sent', () => {
  const draft: RecordDraft = {
    clientId: '019df000-0000-7000-8000-000000000000',
    activity: 'home_visit',
    subject: '019df000-0000-7000-8000-000000000001',
    occurredOn: today,
    occurredAt: '2026-11-24T09:30:00+08:00',
    values: { 'bp.sys': 135, 'bp.dia': 85 },
    confirmUnusual: {},
    source: 'typed',
  };

  test('is the same whatever the order of fields and the zone of the time', () => {
    const same = { ...draft, values: { 'bp.dia': 85, 'bp.sys': 135 }, occurredAt: '2026-11-24T01:30:00Z' };
    expect(sentHash(same)).toBe(sentHash(draft));
  });

  test('is the same when a reason for an unusual value came with the second send', () => {
    expect(sentHash({ ...draft, confirmUnusual: { 'bp.sys': '已复测' } })).toBe(sentHash(draft));
  });

  test('tells any other value, day or person apart', () => {
    const others = [
      { ...draft, values: { 'bp.sys': 136, 'bp.dia': 85 } },
      { ...draft, occurredOn: '2026-11-23' },
      { ...draft, subject: draft.clientId },
    ];
    for (const other of others) expect(sentHash(other)).not.toBe(sentHash(draft));
  });
});
