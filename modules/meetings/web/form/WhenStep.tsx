import { Choice } from '#platform/ui/Choice.tsx';
import { DateField, TextField, TimeField } from '#platform/ui/Field.tsx';
import { officeToday } from '#platform/ui/format.ts';
import { useText } from '#platform/ui/text.ts';
import { dayParts, modes } from '../../contract.ts';
import type { RequestForm } from '../draft.ts';
import type { StepProps } from './ItemsStep.tsx';

const Fixed = ({ form, change }: StepProps) => {
  const t = useText();
  return (
    <div className="mt-fields">
      <DateField
        label={t('meetings.day')}
        value={form.day}
        onValue={(day) => change({ day })}
        min={officeToday()}
      />
      <TimeField label={t('meetings.clock')} value={form.clock} onValue={(clock) => change({ clock })} />
    </div>
  );
};

const Window = ({ form, change }: StepProps) => {
  const t = useText();
  return (
    <>
      <div className="mt-fields">
        <DateField
          label={t('meetings.earliest')}
          value={form.earliest}
          onValue={(earliest) => change({ earliest })}
          min={officeToday()}
        />
        <DateField
          label={t('meetings.latest')}
          value={form.latest}
          onValue={(latest) => change({ latest })}
          min={form.earliest}
        />
      </div>
      <Choice
        label={t('meetings.part')}
        value={form.part}
        onValue={(part) => change({ part: part as RequestForm['part'] })}
        options={dayParts.map((part) => ({ value: part, label: t(`meetings.part-${part}`) }))}
      />
    </>
  );
};

/** When and where, and how it is held: by video unless one must be there. */
export const WhenStep = ({ form, change }: StepProps) => {
  const t = useText();
  return (
    <>
      <Choice
        label={t('meetings.mode')}
        value={form.mode}
        onValue={(mode) => change({ mode: mode as RequestForm['mode'] })}
        options={modes.map((mode) => ({ value: mode, label: t(`meetings.mode-${mode}`) }))}
      />
      <TextField
        label={t(form.mode === 'video' ? 'meetings.place-video' : 'meetings.place')}
        value={form.place}
        onValue={(place) => change({ place })}
        maxLength={60}
      />
      <Choice
        label={t('meetings.when')}
        value={form.fixed ? 'fixed' : 'window'}
        onValue={(kind) => change({ fixed: kind === 'fixed' })}
        options={['window', 'fixed'].map((kind) => ({ value: kind, label: t(`meetings.when-${kind}`) }))}
      />
      {form.fixed ? <Fixed form={form} change={change} /> : <Window form={form} change={change} />}
    </>
  );
};
