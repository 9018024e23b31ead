import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { DateField, SelectField, TextField } from '#platform/ui/Field.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { enterOfficeYear, getOfficeYear, type OfficeYear } from '../contract.ts';

type Day = OfficeYear['entered'][number] & { readonly key: number };

const DayFields = ({
  day,
  year,
  onDay,
  onRemove,
}: {
  day: Day;
  year: number;
  onDay: (day: Day) => void;
  onRemove: () => void;
}) => {
  const t = useText();
  return (
    <div className="qz-org-day">
      <DateField
        label={t('organisation.day')}
        value={day.day}
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        required
        onValue={(value) => onDay({ ...day, day: value })}
      />
      <SelectField
        label={t('organisation.day-kind')}
        value={day.working ? 'worked' : 'off'}
        onValue={(value) => onDay({ ...day, working: value === 'worked' })}
        options={[
          { value: 'off', label: t('organisation.off') },
          { value: 'worked', label: t('organisation.worked') },
        ]}
      />
      <TextField
        label={t('organisation.day-name')}
        placeholder={t('organisation.day-name-hint')}
        value={day.name}
        maxLength={60}
        required
        onValue={(name) => onDay({ ...day, name })}
      />
      <Button
        kind="quiet"
        aria-label={t('organisation.day-remove-named', { day: day.day })}
        onClick={onRemove}
      >
        {t('organisation.day-remove')}
      </Button>
    </div>
  );
};

/** What this office enters or corrects in one year; saved as a whole. */
export const EnteredDays = ({ year }: { year: OfficeYear }) => {
  const t = useText();
  const [days, setDays] = useState<Day[]>(year.entered.map((day, key) => ({ ...day, key })));
  const save = useAction(enterOfficeYear, { refresh: [getOfficeYear] });
  const change = (next: Day[]) => {
    save.reset();
    setDays(next);
  };
  const add = () => {
    const key = Math.max(-1, ...days.map((day) => day.key)) + 1;
    change([...days, { key, day: '', working: false, name: '' }]);
  };
  return (
    <Card title={t('organisation.entered')}>
      <form
        className="qz-form"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { days: days.map(({ key: _, ...day }) => day) };
          save.mutate({ params: { year: year.year }, body });
        }}
      >
        {days.length === 0 && <p className="qz-detail">{t('organisation.entered-none')}</p>}
        {days.map((day) => (
          <DayFields
            key={day.key}
            day={day}
            year={year.year}
            onDay={(next) => change(days.map((one) => (one.key === day.key ? next : one)))}
            onRemove={() => change(days.filter((one) => one.key !== day.key))}
          />
        ))}
        {save.isError && <Failed error={save.error} />}
        {save.isSuccess && <Notice tone="good">{t('organisation.days-saved')}</Notice>}
        <div className="qz-actions">
          <Button onClick={add}>{t('organisation.day-add')}</Button>
          <Button type="submit" kind="main" busy={save.isPending}>
            {t('organisation.days-save')}
          </Button>
        </div>
      </form>
    </Card>
  );
};
