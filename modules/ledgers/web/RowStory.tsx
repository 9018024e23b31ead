import { Failed, formatMoment, Go, Loading, useCall, useMay, useText } from '#platform/ui/index.ts';
import { getLedgerRow, type LedgerPage, type LedgerRow, type LedgerRowStory } from '../contract.ts';
import { labelOf } from './words.ts';

const Corrections = ({ corrections }: Pick<LedgerRowStory, 'corrections'>) => {
  const t = useText();
  return corrections.map(({ at, by, reason, changes }) => (
    <p key={at} className="lg-correction">
      {t('ledgers.correction', {
        at: formatMoment(at),
        by,
        reason,
        changes: changes
          .map(({ label, from, to }) =>
            t('ledgers.change', {
              label,
              from: from || t('ledgers.blank-value'),
              to: to || t('ledgers.blank-value'),
            }),
          )
          .join('，'),
      })}
    </p>
  ));
};

const Told = ({ story }: { story: LedgerRowStory }) => {
  const t = useText();
  const may = useMay('records.enter');
  const also = story.alsoIn
    .map(({ name, department }) => t('ledgers.listed', { name, department }))
    .join('、');
  return (
    <>
      <p>
        <strong>{also ? t('ledgers.also-in') : t('ledgers.only-here')}</strong>
        {also}　<span className="qz-detail lg-inline">{t('ledgers.saved', { n: story.savedCells })}</span>
      </p>
      <p className="qz-detail">
        {t('ledgers.entered', {
          at: formatMoment(story.enteredAt),
          by: story.enteredBy,
          how: t(`ledgers.by.${story.source}`),
        })}
      </p>
      <Corrections corrections={story.corrections} />
      {may && (
        <Go to={`/records/${story.record}`} className="lg-link">
          {t('ledgers.to-record')} ›
        </Go>
      )}
    </>
  );
};

const Story = ({ ledger, record }: { ledger: string; record: string }) => {
  const story = useCall(getLedgerRow, { params: { id: ledger, record } });
  if (story.isPending) return <Loading lines={2} />;
  if (story.isError) return <Failed error={story.error} retry={story.refetch} />;
  return <Told story={story.data} />;
};

/** Cells the short list leaves out, where else the row stands, how it came to be, what was corrected. */
export const RowStory = ({ shown, row }: { shown: LedgerPage; row: LedgerRow }) => {
  const t = useText();
  const rest = shown.columns.flatMap((column, at) => {
    const text = row.cells[at]?.text;
    return column.brief || column.blank || column.key === 'no' || !text
      ? []
      : [[labelOf(column), text] as const];
  });
  return (
    <div className="lg-story">
      {rest.length > 0 && (
        <p className="lg-rest">
          {rest.map(([label, text]) => (
            <span key={label}>
              <span className="lg-card-label">{label}</span> {text}
            </span>
          ))}
        </p>
      )}
      {row.record ? (
        <Story ledger={shown.ledger.id} record={row.record} />
      ) : (
        <p className="qz-detail">{t('ledgers.no-act')}</p>
      )}
    </div>
  );
};
