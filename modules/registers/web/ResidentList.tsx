import { Choice, Empty, Failed, Loading, useAddressValue, useCall } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { listResidents } from '../contract.ts';
import { openTags } from '../domain/tags.ts';
import { ResidentRows } from './ResidentRows.tsx';

/** Everybody of the committee, by door. */
export const ResidentList = ({ empty }: { empty: React.ReactNode }) => {
  const t = useText();
  const [tag, setTag] = useAddressValue('tag', 'all');
  const [at, setAt] = useAddressValue('page', '1');
  const page = Math.max(1, Number(at) || 1);
  const left = tag === 'left';
  const wanted = openTags.find((one) => one === tag);
  const list = useCall(
    listResidents,
    { query: { page, ...(wanted ? { tag: wanted } : {}), ...(left ? { left: 'true' as const } : {}) } },
    { keep: true },
  );
  if (list.isPending) return <Loading lines={6} />;
  if (list.isError) return <Failed error={list.error} retry={list.refetch} />;
  const { residents, total, pageSize } = list.data;
  if (total === 0 && !wanted && !left) return empty;
  return (
    <>
      <Choice
        label={t('registers.show')}
        value={left ? 'left' : (wanted ?? 'all')}
        onValue={(next) => {
          setTag(next);
          setAt('1');
        }}
        options={[
          { value: 'all', label: t('registers.everybody') },
          ...openTags.map((one) => ({ value: one, label: t(`registers.tag-${one}`) })),
          { value: 'left', label: t('registers.left') },
        ]}
      />
      <p className="qz-detail">{t('registers.count', { n: total })}</p>
      {total === 0 ? (
        <Empty>{t('registers.nobody')}</Empty>
      ) : (
        <ResidentRows
          {...{ residents, page, total }}
          size={pageSize}
          onPage={(next) => setAt(String(next))}
        />
      )}
    </>
  );
};
