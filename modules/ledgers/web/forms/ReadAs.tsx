import { Card, Facts, Notice, SelectField, useAction, useText } from '#platform/ui/index.ts';
import { chooseLedgerFormSheet, type LedgerForm } from '../../contract.ts';

const Sheets = ({ form }: { form: LedgerForm }) => {
  const t = useText();
  const choose = useAction(chooseLedgerFormSheet);
  const taken = form.sheets.filter((one) => one.taken);
  const others = form.sheets.filter((one) => !one.taken && !one.hidden && one.rows > 0);
  return (
    <>
      {form.sheets.length > 1 && form.state === 'read' && (
        <SelectField
          label={t('ledgers.forms.sheet')}
          hint={t('ledgers.forms.sheet-hint')}
          value={String(form.sheets.findIndex((one) => one.taken))}
          onValue={(value) => choose.mutate({ params: { id: form.id }, body: { sheet: Number(value) } })}
          options={form.sheets.map((one, at) => ({
            value: String(at),
            label: `${one.name}（${t('ledgers.forms.rows', { n: one.rows })}）`,
          }))}
        />
      )}
      {choose.error && <Notice tone="bad">{choose.error.message}</Notice>}
      {taken.length > 1 && (
        <p className="qz-detail">
          {t('ledgers.forms.sheets-taken', {
            n: taken.length,
            names: taken.map(({ name }) => name).join('、'),
          })}
        </p>
      )}
      {others.length > 0 && (
        <p className="qz-detail">
          {t('ledgers.forms.sheets-left', { names: others.map(({ name }) => name).join('、') })}
        </p>
      )}
    </>
  );
};

const FirstRows = ({ form }: { form: LedgerForm }) => {
  const t = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="qz-table" aria-label={t('ledgers.forms.first-rows')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {form.columns.map(({ path }) => (
              <th key={path} scope="col">
                {path.replaceAll('/', ' › ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.first.map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file, in its order
            <tr key={at}>
              {cells.map((text, column) => (
                <td key={form.columns[column]?.path ?? column}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Cells = ({
  title,
  cells,
  more,
}: {
  title: string;
  cells: readonly { key: string; cell: string; text: string }[];
  more: number;
}) => {
  const t = useText();
  return (
    <details className="lf-cells" open={cells.length <= 12}>
      <summary>{title}</summary>
      <ul>
        {cells.map(({ key, cell, text }) => (
          <li key={key}>
            <strong>{cell}</strong> {text}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="qz-detail">{t('ledgers.forms.more-cells', { n: more })}</p>}
    </details>
  );
};

const keyed = (form: LedgerForm, list: readonly { sheet: number; cell: string; text: string }[]) =>
  list.map((one, at) => ({
    key: `${one.sheet} ${one.cell} ${at}`,
    cell:
      form.sheets.filter(({ taken }) => taken).length > 1
        ? `${form.sheets[one.sheet]?.name} ${one.cell}`
        : one.cell,
    text: one.text,
  }));

/** The form as it was read, beside what was not understood, cell by cell: nothing is dropped. */
export const ReadAs = ({ form }: { form: LedgerForm }) => {
  const t = useText();
  const [from, to] = form.headerRows ?? [];
  return (
    <div className="lg-two lf-two">
      <Card title={t('ledgers.forms.read')}>
        <Facts
          facts={[
            [t('ledgers.forms.title'), form.title],
            [t('ledgers.forms.kind'), t(`ledgers.forms.kind-means.${form.form}`)],
            ...(from
              ? [
                  [
                    t('ledgers.forms.header'),
                    t('ledgers.forms.header-rows', { from, to: to ?? from }),
                  ] as const,
                ]
              : []),
            [
              t('ledgers.forms.size'),
              t('ledgers.forms.size-is', { columns: form.columns.length, rows: form.rows }),
            ],
          ]}
        />
        <Sheets form={form} />
        <FirstRows form={form} />
      </Card>
      <Card title={t('ledgers.forms.unread', { n: form.notUnderstoodTotal })}>
        <p className="qz-detail">{t('ledgers.forms.unread-means')}</p>
        {form.notUnderstood.length > 0 && (
          <Cells
            title={t('ledgers.forms.by-cell')}
            cells={keyed(form, form.notUnderstood)}
            more={form.notUnderstoodTotal - form.notUnderstood.length}
          />
        )}
        {form.lines.length > 0 && (
          <Cells
            title={t('ledgers.forms.lines', { n: form.lines.length })}
            cells={keyed(form, form.lines).map((one, at) => ({
              ...one,
              text: `${one.text}　${t(`ledgers.forms.line.${form.lines[at]?.kind ?? 'note'}`)}`,
            }))}
            more={0}
          />
        )}
      </Card>
    </div>
  );
};
