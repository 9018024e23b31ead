import {
  Button,
  Choice,
  Empty,
  Failed,
  Go,
  Loading,
  Row,
  Rows,
  useAddressValue,
  useCall,
} from '#platform/ui/index.ts';
import { useMedia } from '#platform/ui/media.ts';
import { officeWidth } from '#platform/ui/office-piece.ts';
import { Table } from '#platform/ui/Table.tsx';
import { useText } from '#platform/ui/text.ts';
import { listResidents, type ResidentBrief, type ResidentTag } from '../contract.ts';
import { doorOf, ResidentDetail, ResidentTags } from './ResidentWords.tsx';

const tags: readonly ResidentTag[] = ['over80', 'alone'];

interface PagerProps {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

const Pager = ({ page, pages, onPage }: PagerProps) => {
  const t = useText();
  if (pages < 2) return null;
  return (
    <div className="qz-actions">
      <Button disabled={page === 1} onClick={() => onPage(page - 1)}>
        {t('registers.before')}
      </Button>
      <span>{t('registers.page', { page, pages })}</span>
      <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {t('registers.after')}
      </Button>
    </div>
  );
};

interface ListProps {
  residents: readonly ResidentBrief[];
  page: number;
  size: number;
  total: number;
  onPage: (page: number) => void;
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

const ResidentRows = ({ residents, page, size, total, onPage }: ListProps) => {
  const t = useText();
  return (
    <>
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
      <Pager page={page} pages={Math.ceil(total / size)} onPage={onPage} />
    </>
  );
};

/** Everybody of the committee, by door. */
export const ResidentList = ({ empty }: { empty: React.ReactNode }) => {
  const t = useText();
  const wide = useMedia(officeWidth);
  const [tag, setTag] = useAddressValue('tag', 'all');
  const [at, setAt] = useAddressValue('page', '1');
  const page = Math.max(1, Number(at) || 1);
  const wanted = tags.find((one) => one === tag);
  const list = useCall(
    listResidents,
    { query: { page, ...(wanted ? { tag: wanted } : {}) } },
    { keep: true },
  );
  if (list.isPending) return <Loading lines={6} />;
  if (list.isError) return <Failed error={list.error} retry={list.refetch} />;
  const { residents, total, pageSize } = list.data;
  if (total === 0 && !wanted) return empty;
  const List = wide ? ResidentTable : ResidentRows;
  return (
    <>
      <Choice
        label={t('registers.show')}
        value={wanted ?? 'all'}
        onValue={(next) => {
          setTag(next);
          setAt('1');
        }}
        options={[
          { value: 'all', label: t('registers.everybody') },
          ...tags.map((one) => ({ value: one, label: t(`registers.tag-${one}`) })),
        ]}
      />
      <p className="qz-detail">{t('registers.count', { n: total })}</p>
      {total === 0 ? (
        <Empty>{t('registers.nobody')}</Empty>
      ) : (
        <List {...{ residents, page, total }} size={pageSize} onPage={(next) => setAt(String(next))} />
      )}
    </>
  );
};
