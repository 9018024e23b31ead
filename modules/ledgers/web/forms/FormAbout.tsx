import { listCommittees } from '#modules/organisation/contract';
import type { Activity } from '#modules/records/contract';
import {
  Card,
  Choice,
  DateField,
  officeToday,
  SelectField,
  TextField,
  useCall,
  useText,
} from '#platform/ui/index.ts';
import { type LedgerForm, listLedgers } from '../../contract.ts';
import { frequencies, levels } from '../../domain/names.ts';
import { activityOptions } from './words.ts';

/** Where the rows go: a new ledger, a new version of one, or one as it stands. */
export type Into = { readonly as: 'new' } | { readonly as: 'version' | 'keep'; readonly ledger: string };

export interface AboutProps {
  form: LedgerForm;
  about: LedgerForm['about'];
  into: Into;
  activities: readonly Activity[];
  onAbout: (about: LedgerForm['about']) => void;
  onInto: (into: Into) => void;
}

const Where = ({ form, into, onInto }: Pick<AboutProps, 'form' | 'into' | 'onInto'>) => {
  const t = useText();
  const ledgers = useCall(listLedgers, { query: {} });
  const mine = ledgers.data ?? [];
  const first = form.like?.id ?? mine[0]?.id ?? '';
  return (
    <>
      <Choice
        label={t('ledgers.forms.into')}
        hint={form.like ? t('ledgers.forms.like-ledger', { name: form.like.name }) : undefined}
        value={into.as}
        onValue={(as) =>
          onInto(as === 'new' ? { as } : { as: as as 'keep', ledger: 'ledger' in into ? into.ledger : first })
        }
        options={[
          { value: 'new', label: t('ledgers.forms.into-new') },
          { value: 'keep', label: t('ledgers.forms.into-keep'), disabled: mine.length === 0 },
          { value: 'version', label: t('ledgers.forms.into-version'), disabled: mine.length === 0 },
        ]}
      />
      {into.as !== 'new' && (
        <SelectField
          label={t('ledgers.forms.which')}
          value={into.ledger}
          onValue={(ledger) => onInto({ ...into, ledger })}
          options={mine.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
};

/** What is said of the ledger: its name, the work it notes down, whose rows they are, which day they count for. */
export const FormAbout = ({ form, about, into, activities, onAbout, onInto }: AboutProps) => {
  const t = useText();
  const committees = useCall(listCommittees);
  const put = (part: Partial<LedgerForm['about']>) => onAbout({ ...about, ...part });
  return (
    <Card title={t('ledgers.forms.about')}>
      <Where form={form} into={into} onInto={onInto} />
      {into.as === 'new' && (
        <TextField
          label={t('ledgers.design.name')}
          value={about.name}
          onValue={(name) => put({ name })}
          maxLength={60}
        />
      )}
      <div className="lg-filters lf-about">
        <SelectField
          label={t('ledgers.forms.activity')}
          hint={t('ledgers.forms.activity-hint')}
          value={about.activity}
          onValue={(activity) => put({ activity })}
          options={activityOptions(activities)}
        />
        <SelectField
          label={t('ledgers.forms.committee')}
          hint={t('ledgers.forms.committee-hint')}
          value={about.committee ?? ''}
          placeholder={t('ledgers.forms.committee-by-row')}
          onValue={(committee) => put({ committee: committee || null })}
          options={(committees.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField
          label={t('ledgers.forms.as-of')}
          hint={t('ledgers.forms.as-of-hint')}
          value={about.asOf}
          max={officeToday()}
          onValue={(asOf) => asOf && put({ asOf })}
        />
      </div>
      {into.as === 'new' && form.form !== 'summary' && (
        <Choice
          label={t('ledgers.design.grain')}
          value={about.grain}
          onValue={(grain) => put({ grain: grain as typeof about.grain })}
          options={['event', 'resident'].map((value) => ({
            value,
            label: t(`ledgers.design.grain.${value}`),
          }))}
        />
      )}
      {into.as === 'new' && (
        <details className="lf-cells">
          <summary>{t('ledgers.design.about')}</summary>
          <TextField
            label={t('ledgers.design.ground')}
            value={about.legalBasis}
            onValue={(legalBasis) => put({ legalBasis })}
            maxLength={200}
          />
          <Choice
            label={t('ledgers.design.level')}
            value={about.level}
            onValue={(level) => put({ level: level as typeof about.level })}
            options={levels.map((value) => ({ value, label: t(`ledgers.level.${value}`) }))}
          />
          <Choice
            label={t('ledgers.design.frequency')}
            value={about.frequency}
            onValue={(frequency) => put({ frequency: frequency as typeof about.frequency })}
            options={frequencies.map((value) => ({ value, label: t(`ledgers.frequency.${value}`) }))}
          />
        </details>
      )}
    </Card>
  );
};
