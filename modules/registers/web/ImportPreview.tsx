import { Card, Facts, Notice, Row, Rows } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import type { CellRemark } from '../contract.ts';
import { HouseholdRow } from './HouseholdRow.tsx';
import type { Imported, Preview } from './importing.ts';
import { PlaceRow } from './PlaceRow.tsx';
import { doorOf, ResidentDetail, ResidentTags } from './ResidentWords.tsx';

const Remarks = ({ remarks, title }: { remarks: readonly CellRemark[]; title: string }) => {
  return (
    <Card title={title}>
      <Rows>
        {remarks.map(({ cell, message }) => (
          <Row key={`${cell} ${message}`} title={<strong>{cell}</strong>} detail={message} />
        ))}
      </Rows>
    </Card>
  );
};

const Columns = ({ columns }: Pick<Preview, 'columns'>) => {
  const t = useText();
  const unread = columns.filter(({ element }) => element === null);
  return (
    <Card title={t('registers.columns')}>
      <Facts
        facts={columns
          .filter(({ element }) => element !== null)
          .map(({ column, heading, zh }) => [t('registers.column', { column, heading }), zh])}
      />
      {unread.length > 0 && (
        <p className="qz-detail">
          {t('registers.unread', {
            columns: unread.map(({ column, heading }) => `${column} ${heading}`).join('、'),
          })}
        </p>
      )}
    </Card>
  );
};

/** The first rows as the register would show them. */
const Sample = ({ sample }: Pick<Preview, 'sample'>) => {
  const t = useText();
  return (
    <Card title={t('registers.sample')}>
      <Rows>
        {sample.residents?.map((resident, at) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file, in its order
            key={at}
            title={
              <>
                {resident.name}　{doorOf(resident)} <ResidentTags resident={resident} />
              </>
            }
            detail={<ResidentDetail resident={resident} />}
          />
        ))}
        {sample.households?.map((household, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file, in its order
          <HouseholdRow key={at} household={household} />
        ))}
        {sample.places?.map((place, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file, in its order
          <PlaceRow key={at} place={place} />
        ))}
      </Rows>
    </Card>
  );
};

/** What an import would do, before anything is written. */
export const ImportPreview = ({ what, preview }: { what: Imported; preview: Preview }) => {
  const t = useText();
  const { created, updated, unchanged, errors, notices, remarks, rows } = preview;
  const wrong = remarks.filter(({ level }) => level === 'error');
  const notes = remarks.filter(({ level }) => level === 'notice');
  return (
    <>
      {errors > 0 ? (
        <Notice tone="bad">{t('registers.errors', { n: errors })}</Notice>
      ) : (
        <Notice tone="good">
          {t('registers.counts', { rows, created, updated, unchanged, unit: t(`registers.unit-${what}`) })}
        </Notice>
      )}
      {wrong.length > 0 && <Remarks remarks={wrong} title={t('registers.to-mend', { n: errors })} />}
      {notes.length > 0 && <Remarks remarks={notes} title={t('registers.to-know', { n: notices })} />}
      {errors === 0 && created + updated > 0 && <Sample sample={preview.sample} />}
      <Columns columns={preview.columns} />
    </>
  );
};
