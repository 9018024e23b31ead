import { Go, Row, Rows } from '#platform/ui/index.ts';
import { useMedia } from '#platform/ui/media.ts';
import { officeWidth } from '#platform/ui/office-piece.ts';
import { Table } from '#platform/ui/Table.tsx';
import { useText } from '#platform/ui/text.ts';
import type { ResidentBrief } from '../contract.ts';
import { Pager, type PagerProps } from './Pager.tsx';
import { doorOf, ResidentDetail, ResidentTags } from './ResidentWords.tsx';

interface ListProps extends PagerProps {
  residents: readonly ResidentBrief[];
}

/** On an office PC: a line each, in columns. */
const ResidentTable = ({ residents, ...paging }: ListProps) => {
  const t = useText();
  return (
    <Table
      label={t('registers.residents')}
      rows={residents}
      keyOf={({ id }) => id}
      paging={paging}
      columns={[
        { key: 'door', title: t('registers.door'), show: doorOf },
        {
          key: 'name',
          title: t('registers.name'),
          show: ({ id, name }) => <Go to={`/residents/${id}`}>{name}</Go>,
        },
        {
          key: 'detail',
          title: t('registers.about'),
          show: (resident) => <ResidentDetail resident={resident} />,
        },
        {
          key: 'tags',
          title: t('registers.marks'),
          show: (resident) => <ResidentTags resident={resident} />,
        },
      ]}
    />
  );
};

/** People as lines to press, each leading to the person's page. */
export const ResidentLines = ({ residents }: Pick<ListProps, 'residents'>) => {
  const t = useText();
  return (
    <Rows label={t('registers.residents')}>
      {residents.map((resident) => (
        <Row
          key={resident.id}
          title={
            <>
              <strong>{doorOf(resident)}</strong>　{resident.name} <ResidentTags resident={resident} />
            </>
          }
          detail={<ResidentDetail resident={resident} />}
          to={`/residents/${resident.id}`}
        />
      ))}
    </Rows>
  );
};

/** A page of people: lines on a phone, a table on an office PC. */
export const ResidentRows = (props: ListProps) => {
  const wide = useMedia(officeWidth);
  if (wide) return <ResidentTable {...props} />;
  const { residents, ...paging } = props;
  return (
    <>
      <ResidentLines residents={residents} />
      <Pager {...paging} />
    </>
  );
};
