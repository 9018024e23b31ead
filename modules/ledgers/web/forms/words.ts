import type { Activity, Element } from '#modules/records/contract';
import type { Say } from '#platform/ui/text.ts';
import type { LedgerForm, LedgerFormColumn } from '../../contract.ts';
import { type ColumnChoice, choiceOf } from '../../domain/forms/choice.ts';

export const stateTone = {
  read: 'look',
  declared: 'look',
  writing: 'plain',
  written: 'good',
  failed: 'bad',
  undoing: 'plain',
  undone: 'plain',
} as const satisfies Record<LedgerForm['state'], 'good' | 'look' | 'bad' | 'plain'>;

/** A choice as the value of an option, and back. */
export const written = (choice: unknown): string => JSON.stringify(choice);
export const choiceFrom = (value: string): ColumnChoice => JSON.parse(value) as ColumnChoice;

/** From here on a proposal is as good as sure. */
const sure = 0.85;

const likeness = (t: Say, score: number): string =>
  t(score >= sure ? 'ledgers.forms.very-like' : 'ledgers.forms.like');

/** What a column may become: what is proposed first, then what needs no element, then the dictionary. */
export const optionsFor = (t: Say, column: LedgerFormColumn, elements: readonly Element[], own: string) => {
  const proposed = column.proposals.map(({ choice, label, score }) => ({
    value: written(choice),
    label: `${label}（${likeness(t, score)}）`,
  }));
  const plain = [
    { value: written({ as: 'text' }), label: t('ledgers.forms.as-text') },
    { value: 'new', label: t('ledgers.forms.as-new') },
    { value: written({ as: 'serial' }), label: t('ledgers.design.serial') },
    { value: written({ as: 'blank' }), label: t('ledgers.design.blank') },
    { value: written({ as: 'act', field: 'committee' }), label: t('ledgers.design.act.committee') },
  ];
  const rest = elements.flatMap((element) => {
    const choice = choiceOf(element.code, element.type);
    return choice.as === 'blank' ? [] : [{ value: written(choice), label: element.zh }];
  });
  const all = [...proposed, ...plain, ...rest];
  const known = new Set<string>();
  const options = all.filter(({ value }) => !known.has(value) && known.add(value));
  return known.has(own) || own === 'new'
    ? options
    : [...options, { value: own, label: t('ledgers.forms.as-it-is') }];
};

export const activityOptions = (activities: readonly Activity[]) =>
  activities.map(({ code, zh }) => ({ value: code, label: zh }));
