import { listCommittees } from '#modules/organisation/contract';
import { MonthField, officeToday, SelectField, useCall, useMe, useText } from '#platform/ui/index.ts';
import type { LedgerPage } from '../contract.ts';
import type { Asked } from './use-asked.ts';

const CommitteeField = ({ value, onValue }: { value: string; onValue: (id: string) => void }) => {
  const t = useText();
  const committees = useCall(listCommittees);
  const options = (committees.data ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }));
  return (
    <SelectField
      label={t('ledgers.committee')}
      value={value}
      onValue={onValue}
      options={options}
      placeholder={t('ledgers.all')}
    />
  );
};

/** Which committee (a department chooses), which month (a roster is always of today). */
export const Filters = ({ shown, asked }: { shown: LedgerPage; asked: Asked }) => {
  const t = useText();
  const me = useMe();
  const now = officeToday().slice(0, 7);
  return (
    <div className="lg-filters">
      {shown.ledger.grain !== 'resident' && (
        <>
          <MonthField label={t('ledgers.month')} value={shown.month} max={now} onValue={asked.setMonth} />
          <MonthField
            label={t('ledgers.until')}
            value={asked.until}
            min={shown.month}
            max={now}
            onValue={asked.setUntil}
          />
        </>
      )}
      {!me.committee && <CommitteeField value={shown.committee?.id ?? ''} onValue={asked.setCommittee} />}
    </div>
  );
};
