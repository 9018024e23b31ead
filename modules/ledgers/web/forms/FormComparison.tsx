import { Card, Failed, formatMonth, Loading, Notice, useCall, useText } from '#platform/ui/index.ts';
import { compareLedgerForm, type LedgerForm } from '../../contract.ts';

/** The numbers of a summary beside what the records give; a difference is amber, nothing is written. */
export const FormComparison = ({ form }: { form: LedgerForm }) => {
  const t = useText();
  const compared = useCall(compareLedgerForm, { params: { id: form.id } });
  if (compared.isPending) return <Loading lines={4} />;
  if (compared.isError) return <Failed error={compared.error} retry={compared.refetch} />;
  const { rows, same, different, unmatched } = compared.data;
  const labels = rows[0]?.numbers.map(({ label }) => label) ?? [];
  return (
    <Card title={t('ledgers.forms.compared')}>
      <p className="qz-detail">{t('ledgers.forms.compared-means')}</p>
      <Notice tone={different > 0 ? 'look' : 'good'}>
        {t('ledgers.forms.differences', { same, different })}
      </Notice>
      {unmatched.length > 0 && (
        <Notice>{t('ledgers.forms.unmatched', { cells: unmatched.join('、') })}</Notice>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="qz-table" aria-label={t('ledgers.forms.compared')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('ledgers.design.act.committee')}</th>
              <th scope="col">{t('ledgers.month')}</th>
              {labels.map((label) => (
                <th key={label} scope="col" className="qz-figures">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.committee} ${row.month} ${row.place}`}>
                <td>{row.committee}</td>
                <td>{formatMonth(row.month)}</td>
                {row.numbers.map(({ cell, form: said, records }) => (
                  <td key={cell} className={said === (records ?? 0) ? 'qz-figures' : 'qz-figures lf-differs'}>
                    {said === (records ?? 0)
                      ? said
                      : t('ledgers.forms.both', { cell, form: said, records: records ?? 0 })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
};
