import { useState } from 'react';
import { Button, NumberField, SelectField, TextField, useText } from '#platform/ui/index.ts';
import type { Column } from '../../domain/definition.ts';
import { sayFormula } from '../../domain/formula.ts';
import { fillOf, formulaShows, namesOf, pathOf, pathText, type Source, showsFor } from './draft.ts';

export interface ColumnRowProps {
  column: Column;
  sources: readonly Source[];
  first: boolean;
  last: boolean;
  onColumn: (column: Column) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const Formula = ({ column, sources, onColumn }: Pick<ColumnRowProps, 'column' | 'sources' | 'onColumn'>) => {
  const t = useText();
  const said = 'expression' in column.shows ? sayFormula(column.shows.expression, namesOf(sources)) : null;
  const [text, setText] = useState(said ?? '');
  const [wrong, setWrong] = useState('');
  const read = (next: string) => {
    setText(next);
    try {
      onColumn({ ...column, shows: formulaShows(next, sources) });
      setWrong('');
    } catch (error) {
      setWrong((error as Error).message);
    }
  };
  return (
    <TextField
      label={t('ledgers.design.formula')}
      hint={t('ledgers.design.formula-hint')}
      value={text}
      onValue={read}
      error={wrong || undefined}
      maxLength={120}
    />
  );
};

/** One column: the header cells above it, what stands in it, how wide it is, whether the short list has it. */
export const ColumnRow = ({ column, sources, first, last, onColumn, onMove, onRemove }: ColumnRowProps) => {
  const t = useText();
  const [path, setPath] = useState(pathText(column));
  const [byFormula, setByFormula] = useState(fillOf(column, sources) === 'formula');
  const value = byFormula ? 'formula' : fillOf(column, sources);
  const options = [
    { value: 'serial', label: t('ledgers.design.serial') },
    { value: 'blank', label: t('ledgers.design.blank') },
    { value: 'formula', label: t('ledgers.design.formula') },
    ...(value === 'kept' ? [{ value: 'kept', label: t('ledgers.design.kept') }] : []),
    ...sources.map((one) => ({ value: one.value, label: one.label })),
  ];
  const choose = (next: string) => {
    setByFormula(next === 'formula');
    const shows = showsFor(next, sources);
    if (!shows) return;
    // A mark beside the old value says nothing of the new one.
    const { flag: _, ...rest } = column;
    onColumn({ ...rest, shows });
  };
  const name = column.path.at(-1) ?? '';
  return (
    <li className="lg-card lg-column">
      <div className="lg-filters">
        <TextField
          label={t('ledgers.design.header')}
          value={path}
          maxLength={120}
          onValue={(text) => {
            setPath(text);
            const cells = pathOf(text);
            if (cells.length > 0) onColumn({ ...column, path: cells });
          }}
        />
        <SelectField label={t('ledgers.design.shows')} value={value} onValue={choose} options={options} />
        {'share' in column.width && (
          <NumberField
            label={t('ledgers.design.width')}
            value={column.width.share}
            min={0.1}
            max={20}
            step={0.1}
            onValue={(share) => share && onColumn({ ...column, width: { share } })}
          />
        )}
      </div>
      {byFormula && <Formula column={column} sources={sources} onColumn={onColumn} />}
      <div className="lg-column-acts">
        <label className="qz-option">
          <input
            type="checkbox"
            checked={column.brief === true}
            onChange={({ target }) => {
              const { brief: _, ...rest } = column;
              onColumn(target.checked ? { ...rest, brief: true } : rest);
            }}
          />
          <span>{t('ledgers.design.brief')}</span>
        </label>
        <Button
          kind="quiet"
          disabled={first}
          aria-label={t('ledgers.design.up', { name })}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button
          kind="quiet"
          disabled={last}
          aria-label={t('ledgers.design.down', { name })}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <Button kind="quiet" aria-label={t('ledgers.design.remove', { name })} onClick={onRemove}>
          {t('ledgers.design.take-away')}
        </Button>
      </div>
    </li>
  );
};
