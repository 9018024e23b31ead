import { useState } from 'react';
import type { Activity } from '#modules/records/contract';
import {
  Button,
  Card,
  Choice,
  Choices,
  SelectField,
  TextField,
  useLanguage,
  useText,
} from '#platform/ui/index.ts';
import { periods } from '../../domain/names.ts';
import type { PartProps } from './Columns.tsx';
import { type Clause, clausesOf, conditionOf } from './condition.ts';
import type { Source } from './draft.ts';

const comparisons = ['=', '≠', '≥', '≤', '>', '<', 'filled', 'has'] as const;

const ClauseRow = ({
  clause,
  sources,
  onClause,
  onRemove,
}: {
  clause: Clause;
  sources: readonly Source[];
  onClause: (clause: Clause) => void;
  onRemove: () => void;
}) => {
  const t = useText();
  const choices = sources.find(({ value }) => value === clause.source)?.choices ?? [];
  const options = sources.map(({ value, label }) => ({ value, label }));
  return (
    <div className="lg-filters">
      <SelectField
        label={t('ledgers.design.whose')}
        value={clause.source}
        onValue={(source) => onClause({ ...clause, source })}
        options={options}
      />
      <SelectField
        label={t('ledgers.filter.how')}
        value={clause.is}
        onValue={(is) => onClause({ ...clause, is: is as Clause['is'] })}
        options={comparisons.map((one) => ({ value: one, label: t(`ledgers.design.is.${one}`) }))}
      />
      {clause.is !== 'filled' && choices.length > 0 && (
        <SelectField
          label={t('ledgers.filter.value')}
          value={clause.value}
          onValue={(value) => onClause({ ...clause, value })}
          options={choices}
        />
      )}
      {clause.is !== 'filled' && choices.length === 0 && (
        <TextField
          label={t('ledgers.filter.value')}
          value={clause.value}
          onValue={(value) => onClause({ ...clause, value })}
          maxLength={60}
        />
      )}
      <Button kind="quiet" onClick={onRemove}>
        {t('ledgers.design.take-away')}
      </Button>
    </div>
  );
};

const Condition = ({ definition, sources, onDefinition }: PartProps) => {
  const t = useText();
  const [clauses, setClauses] = useState(() => clausesOf(definition.condition, sources));
  if (clauses === null) return <p className="qz-detail">{t('ledgers.design.condition-kept')}</p>;
  const put = (next: Clause[]) => {
    setClauses(next);
    onDefinition({ ...definition, condition: conditionOf(next, sources) });
  };
  return (
    <>
      {clauses.map((clause, at) => (
        <ClauseRow
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and only the last is added
          key={at}
          clause={clause}
          sources={sources}
          onClause={(next) => put(clauses.with(at, next))}
          onRemove={() => put(clauses.toSpliced(at, 1))}
        />
      ))}
      <Button onClick={() => put([...clauses, { source: 'register:age', is: '≥', value: '' }])}>
        {t('ledgers.design.add-condition')}
      </Button>
    </>
  );
};

/** Whom and what the ledger covers: which work, whom, what a row is, over what time. */
export const Coverage = ({
  definition,
  sources,
  onDefinition,
  activities,
}: PartProps & { activities: readonly Activity[] }) => {
  const t = useText();
  const language = useLanguage();
  const { grain, period } = definition;
  return (
    <Card title={t('ledgers.design.covers')}>
      {grain !== 'summary' && (
        <Choice
          label={t('ledgers.design.grain')}
          options={(['event', 'resident'] as const).map((one) => ({
            value: one,
            label: t(`ledgers.design.grain.${one}`),
          }))}
          value={grain}
          onValue={(one) => onDefinition({ ...definition, grain: one as typeof grain })}
        />
      )}
      <details>
        <summary className="lg-summary-line">
          {t('ledgers.design.work', { n: definition.activities.length })}
        </summary>
        <Choices
          label={t('ledgers.design.which-work')}
          options={activities.map((one) => ({ value: one.code, label: one[language] }))}
          values={definition.activities}
          onValues={(next) => next.length > 0 && onDefinition({ ...definition, activities: next })}
        />
      </details>
      <h3>{t('ledgers.design.condition')}</h3>
      <Condition definition={definition} sources={sources} onDefinition={onDefinition} />
      <Choice
        label={t('ledgers.design.period')}
        options={periods.map((one) => ({ value: one, label: t(`ledgers.design.period.${one}`) }))}
        value={period}
        onValue={(one) => onDefinition({ ...definition, period: one as typeof period })}
      />
    </Card>
  );
};
