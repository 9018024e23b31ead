import { useState } from 'react';
import { listCommittees } from '#modules/organisation/contract';
import {
  Button,
  Card,
  ConfirmWithReason,
  Failed,
  Loading,
  Notice,
  SelectField,
  Tag,
  useAction,
  useCall,
  useText,
} from '#platform/ui/index.ts';
import {
  decideLedgerFormRows,
  type LedgerForm,
  type LedgerFormRow,
  listLedgerFormRows,
  writeLedgerForm,
} from '../../contract.ts';
import { type AskedState, askedStates, type RowDecision } from '../../domain/forms/plan.ts';
import { PageTurner } from '../PageTurner.tsx';

interface Asking {
  readonly key: 'out' | 'confirm';
  /** A row, or every row of a state. */
  readonly row: number | null;
  readonly state: AskedState;
}

type Decide = (row: number | null, state: AskedState, decision: RowDecision) => void;
type Ask = (asking: Asking) => void;

const isAsked = (state: string): state is AskedState => (askedStates as readonly string[]).includes(state);

/** What can be said of a row, or of all rows of its kind, without naming anybody. */
const Answers = ({
  row,
  state,
  decide,
  ask,
}: {
  row: number | null;
  state: AskedState;
  decide: Decide;
  ask: Ask;
}) => {
  const t = useText();
  const say = (name: string) => t(row === null ? `ledgers.forms.all.${name}` : `ledgers.forms.row.${name}`);
  return (
    <div className="qz-actions lf-answers">
      {state === 'unknown' && (
        <Button onClick={() => decide(row, state, { person: 'add' })}>{say('add')}</Button>
      )}
      {state === 'who' && row !== null && (
        <Button onClick={() => decide(row, state, { person: 'add' })}>{say('add')}</Button>
      )}
      {state === 'wrong' && (
        <Button onClick={() => decide(row, state, { without: true })}>{say('without')}</Button>
      )}
      {state === 'unusual' && (
        <Button onClick={() => ask({ key: 'confirm', row, state })}>{say('confirm')}</Button>
      )}
      {state === 'changed' && (
        <>
          <Button onClick={() => decide(row, state, { changed: 'correct' })}>{say('correct')}</Button>
          <Button onClick={() => decide(row, state, { changed: 'keep' })}>{say('keep')}</Button>
          <Button onClick={() => decide(row, state, { changed: 'another' })}>{say('another')}</Button>
        </>
      )}
      {state !== 'changed' && (
        <Button kind="quiet" onClick={() => ask({ key: 'out', row, state })}>
          {say('out')}
        </Button>
      )}
    </div>
  );
};

const OneRow = ({ row, decide, ask }: { row: LedgerFormRow; decide: Decide; ask: Ask }) => {
  const t = useText();
  const committees = useCall(listCommittees);
  const { state } = row;
  return (
    <li className="lg-card lf-row">
      <p className="lf-row-head">
        <strong>{row.place}</strong>　{row.name || t('ledgers.forms.nobody')}　{row.day ?? ''}　
        {row.committee ?? ''}{' '}
        <Tag tone={row.settled ? 'plain' : 'look'}>{t(`ledgers.forms.is.${row.state}`)}</Tag>
      </p>
      <p className="qz-detail">{row.values.map(({ label, text }) => `${label} ${text}`).join('　')}</p>
      {row.why && <p>{t(`ledgers.forms.why.${row.why}`)}</p>}
      {row.remarks.map(({ cell, message }) => (
        <p key={`${cell} ${message}`}>
          <strong>{cell}</strong> {message}
        </p>
      ))}
      {row.changes.map(({ label, from, to }) => (
        <p key={label}>
          {label}：<del>{from || t('ledgers.forms.empty')}</del> → <strong>{to}</strong>
        </p>
      ))}
      {row.settled && row.reason && <p className="qz-detail">{row.reason}</p>}
      {!row.settled && isAsked(state) && (
        <>
          {row.people.length > 0 && (
            <div className="qz-actions lf-answers">
              {row.people.map(({ id, name, door, born, committee }) => (
                <Button key={id} onClick={() => decide(row.index, state, { person: id })}>
                  {t('ledgers.forms.is-person', { name, door, born, committee })}
                </Button>
              ))}
            </div>
          )}
          {state === 'committee' && (
            <SelectField
              label={t('ledgers.forms.committee')}
              value=""
              placeholder={t('ledgers.forms.choose-committee')}
              onValue={(committee) => committee && decide(row.index, state, { committee })}
              options={(committees.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Answers row={row.index} state={state} decide={decide} ask={ask} />
        </>
      )}
    </li>
  );
};

const reasonsFor = (t: ReturnType<typeof useText>, { key }: Asking): string[] =>
  (key === 'out' ? ['moved', 'twice', 'file'] : ['measured', 'true']).map((one) =>
    t(`ledgers.forms.reason.${one}`),
  );

/** What becomes of every row: questions first, one by one or a kind at a time; then they are written. */
export const FormRows = ({ form, settled = false }: { form: LedgerForm; settled?: boolean }) => {
  const t = useText();
  const [page, setPage] = useState(1);
  const [all, setAll] = useState(settled);
  const [asking, setAsking] = useState<Asking | null>(null);
  const query = { open: all ? ('false' as const) : ('true' as const), page };
  const rows = useCall(listLedgerFormRows, { params: { id: form.id }, query }, { keep: true });
  const deciding = useAction(decideLedgerFormRows, {
    refresh: [listLedgerFormRows],
    onDone: () => setAsking(null),
  });
  const writing = useAction(writeLedgerForm);
  const decide: Decide = (row, state, decision) =>
    deciding.mutate({
      params: { id: form.id },
      body: row === null ? { rows: [], all: [{ state, decision }] } : { rows: [{ row, decision }], all: [] },
    });
  if (rows.isPending) return <Loading lines={4} />;
  if (rows.isError) return <Failed error={rows.error} retry={rows.refetch} />;
  const { counts, open, total, pageSize } = rows.data;
  const questions = askedStates.filter((state) =>
    rows.data.rows.some((row) => !row.settled && row.state === state),
  );
  const toWrite = (counts.new ?? 0) + (counts.changed ?? 0);
  return (
    <Card title={t('ledgers.forms.rows-title', { n: form.rows })}>
      <p className="lf-counts">
        {(['new', 'same', 'changed', 'who', 'unknown', 'committee', 'wrong', 'unusual', 'out'] as const)
          .filter((state) => (counts[state] ?? 0) > 0)
          .map((state) => (
            <Tag key={state} tone={isAsked(state) ? 'look' : state === 'new' ? 'good' : 'plain'}>
              {t(`ledgers.forms.is.${state}`)} {counts[state]}
            </Tag>
          ))}
      </p>
      {open > 0 && <Notice>{t('ledgers.forms.open', { n: open })}</Notice>}
      {deciding.error && !asking && <Failed error={deciding.error} />}
      {questions.map((state) => (
        <div key={state} className="lf-kind">
          <span>{t(`ledgers.forms.means.${state}`, { n: counts[state] ?? 0 })}</span>
          <Answers row={null} state={state} decide={decide} ask={setAsking} />
        </div>
      ))}
      <ul className="lg-cards" aria-label={t('ledgers.forms.rows-title', { n: total })}>
        {rows.data.rows.map((row) => (
          <OneRow key={row.index} row={row} decide={decide} ask={setAsking} />
        ))}
      </ul>
      {total > pageSize && (
        <PageTurner
          page={page}
          pages={Math.ceil(total / pageSize)}
          onPage={setPage}
          label={t('ledgers.forms.rows-title', { n: total })}
        />
      )}
      {!settled && (
        <div className="qz-actions">
          <Button
            kind="quiet"
            onClick={() => {
              setAll(!all);
              setPage(1);
            }}
          >
            {t(all ? 'ledgers.forms.only-open' : 'ledgers.forms.every-row')}
          </Button>
          {writing.error && <Failed error={writing.error} />}
          <Button
            kind="main"
            busy={writing.isPending}
            disabled={open > 0}
            onClick={() => writing.mutate({ params: { id: form.id } })}
          >
            {t(toWrite > 0 ? 'ledgers.forms.write' : 'ledgers.forms.nothing-new', { n: toWrite })}
          </Button>
        </div>
      )}
      {asking && (
        <ConfirmWithReason
          open
          title={t(`ledgers.forms.${asking.row === null ? 'all' : 'row'}.${asking.key}`)}
          confirm={t('ledgers.forms.decide')}
          reasons={reasonsFor(t, asking)}
          busy={deciding.isPending}
          error={deciding.error}
          onConfirm={(reason) => decide(asking.row, asking.state, { [asking.key]: reason.slice(0, 100) })}
          onClose={() => setAsking(null)}
        />
      )}
    </Card>
  );
};
