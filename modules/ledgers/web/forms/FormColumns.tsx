import type { Element } from '#modules/records/contract';
import { Card, SelectField, Tag, TextField, useText } from '#platform/ui/index.ts';
import type { LedgerForm, LedgerFormColumn } from '../../contract.ts';
import { type ColumnChoice, ownTypes } from '../../domain/forms/choice.ts';
import { choiceFrom, optionsFor, written } from './words.ts';

interface ColumnProps {
  column: LedgerFormColumn;
  choice: ColumnChoice;
  elements: readonly Element[];
  onChoice: (choice: ColumnChoice) => void;
}

const leaf = (path: string): string => path.split('/').at(-1) ?? path;

const NewElement = ({
  choice,
  onChoice,
}: {
  choice: Extract<ColumnChoice, { as: 'new' }>;
  onChoice: ColumnProps['onChoice'];
}) => {
  const t = useText();
  return (
    <>
      <TextField
        label={t('ledgers.forms.new-name')}
        value={choice.zh}
        maxLength={30}
        onValue={(zh) => onChoice({ ...choice, zh })}
      />
      <SelectField
        label={t('ledgers.forms.new-type')}
        value={choice.type}
        onValue={(type) => onChoice({ ...choice, type: type as typeof choice.type })}
        options={ownTypes
          .filter((type) => type !== 'code')
          .map((type) => ({ value: type, label: t(`ledgers.forms.type.${type}`) }))}
      />
    </>
  );
};

const Column = ({ column, choice, elements, onChoice }: ColumnProps) => {
  const t = useText();
  const value = choice.as === 'new' ? 'new' : written(choice);
  const name = leaf(column.path);
  const [best] = column.proposals;
  const doubtful = written(column.choice) === value && choice.as === 'element' && best && best.score < 0.7;
  const choose = (next: string) =>
    onChoice(
      next === 'new'
        ? {
            as: 'new',
            zh: name.slice(0, 30),
            type: column.type === 'number' ? 'decimal' : column.type,
            unit: column.unit,
          }
        : choiceFrom(next),
    );
  return (
    <li className="lg-card lf-column">
      <div className="lf-column-words">
        <strong>{column.path.replaceAll('/', ' › ')}</strong> <span className="qz-detail">{column.cell}</span>{' '}
        {doubtful && <Tag tone="look">{t('ledgers.forms.look')}</Tag>}
        <p className="qz-detail">
          {column.samples.length > 0
            ? t('ledgers.forms.samples', { n: column.filled, samples: column.samples.join('、') })
            : t('ledgers.forms.never-filled')}
        </p>
      </div>
      <div className="lg-filters">
        <SelectField
          label={t('ledgers.forms.is', { name })}
          value={value}
          onValue={choose}
          options={optionsFor(t, column, elements, value)}
        />
        {choice.as === 'new' && <NewElement choice={choice} onChoice={onChoice} />}
      </div>
    </li>
  );
};

const CountColumn = ({ column, choice, onChoice }: Omit<ColumnProps, 'elements'>) => {
  const t = useText();
  const options: { value: string; label: string }[] = [
    { value: written({ as: 'dimension', of: 'committee' }), label: t('ledgers.design.act.committee') },
    { value: written({ as: 'dimension', of: 'month' }), label: t('ledgers.month') },
    { value: written({ as: 'serial' }), label: t('ledgers.design.serial') },
    { value: written({ as: 'blank' }), label: t('ledgers.design.blank') },
    ...(['records', 'residents'] as const).flatMap((what) => [
      { value: written({ as: 'count', what, where: null }), label: t(`ledgers.forms.count-${what}`) },
    ]),
  ];
  const own = written(choice);
  const kept = options.some(({ value }) => value === own)
    ? options
    : [
        {
          value: own,
          label: t(
            choice.as === 'percent'
              ? 'ledgers.forms.percent'
              : `ledgers.forms.count-${choice.as === 'count' ? choice.what : 'records'}-of`,
            { name: leaf(column.path) },
          ),
        },
        ...options,
      ];
  return (
    <li className="lg-card lf-column">
      <div className="lf-column-words">
        <strong>{column.path.replaceAll('/', ' › ')}</strong> <span className="qz-detail">{column.cell}</span>
        <p className="qz-detail">{column.samples.join('、')}</p>
      </div>
      <SelectField
        label={t('ledgers.forms.is', { name: leaf(column.path) })}
        value={own}
        onValue={(value) => onChoice(choiceFrom(value))}
        options={kept}
      />
    </li>
  );
};

/** Column by column: what it may be, best first; a person confirms or chooses another. */
export const FormColumns = ({
  form,
  choices,
  elements,
  onChoices,
}: {
  form: LedgerForm;
  choices: readonly ColumnChoice[];
  elements: readonly Element[];
  onChoices: (choices: ColumnChoice[]) => void;
}) => {
  const t = useText();
  return (
    <Card title={t('ledgers.forms.columns', { n: form.columns.length })}>
      <p className="qz-detail">
        {t(form.form === 'summary' ? 'ledgers.forms.counts-mean' : 'ledgers.forms.columns-mean')}
      </p>
      <ul className="lg-cards">
        {form.columns.map((column, at) => {
          const part = {
            column,
            choice: choices[at] ?? ({ as: 'blank' } as const),
            onChoice: (choice: ColumnChoice) => onChoices(choices.with(at, choice)),
          };
          return form.form === 'summary' ? (
            <CountColumn key={column.cell} {...part} />
          ) : (
            <Column key={column.cell} {...part} elements={elements} />
          );
        })}
      </ul>
    </Card>
  );
};
