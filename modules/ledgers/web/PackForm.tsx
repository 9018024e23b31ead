import { useState } from 'react';
import { CheckField } from '#platform/ui/Choice.tsx';
import {
  Button,
  Choices,
  Failed,
  Loading,
  MonthField,
  officeToday,
  useAction,
  useCall,
  useText,
} from '#platform/ui/index.ts';
import { listLedgerExports, listLedgers, type Purpose, startLedgerExport } from '../contract.ts';
import { PurposeChoice } from './PurposeChoice.tsx';

/** An inspection pack (迎检包): ledgers of a line of work for a period, with what was signed and a table of contents. */
export const PackForm = () => {
  const t = useText();
  const now = officeToday().slice(0, 7);
  const [month, setMonth] = useState(now);
  const [until, setUntil] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [pictures, setPictures] = useState(false);
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const ledgers = useCall(listLedgers, { query: { month } }, { keep: true });
  const start = useAction(startLedgerExport, { refresh: [listLedgerExports], onDone: () => setChosen([]) });
  if (ledgers.isPending) return <Loading lines={3} />;
  if (ledgers.isError) return <Failed error={ledgers.error} retry={ledgers.refetch} />;
  const all = ledgers.data.map(({ id }) => id);
  const ready = chosen.length > 0 && purpose !== null && month !== '';
  const make = () => {
    if (!purpose) return;
    const body = {
      kind: 'pack',
      ledgers: chosen,
      pictures,
      month,
      purpose,
      ...(until ? { until } : {}),
    } as const;
    start.mutate({ body });
  };
  return (
    <div className="qz-form">
      <p className="qz-detail">{t('ledgers.pack.means')}</p>
      <div className="lg-filters">
        <MonthField label={t('ledgers.month')} value={month} max={now} onValue={setMonth} />
        <MonthField label={t('ledgers.until')} value={until} min={month} max={now} onValue={setUntil} />
      </div>
      <Choices
        label={t('ledgers.pack.which')}
        options={ledgers.data.map(({ id, name }) => ({ value: id, label: name }))}
        values={chosen}
        onValues={setChosen}
      />
      <Button kind="quiet" onClick={() => setChosen(chosen.length === all.length ? [] : all)}>
        {t(chosen.length === all.length ? 'ledgers.pack.no-one' : 'ledgers.pack.everyone')}
      </Button>
      <CheckField checked={pictures} onChecked={setPictures}>
        {t('ledgers.pack.pictures')}
      </CheckField>
      <PurposeChoice value={purpose} onValue={setPurpose} />
      {start.error && <Failed error={start.error} />}
      <div className="qz-actions">
        <Button kind="main" disabled={!ready} busy={start.isPending} onClick={make}>
          {t('ledgers.pack.make')}
        </Button>
      </div>
    </div>
  );
};
