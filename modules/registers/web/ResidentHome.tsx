import { Card, Failed, Go, Loading, useCall } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { getHousehold } from '../contract.ts';
import { MemberRows } from './MemberRows.tsx';

/** With whom a person lives. */
export const ResidentHome = ({ household, self }: { household: string; self: string }) => {
  const t = useText();
  const home = useCall(getHousehold, { params: { id: household } });
  if (home.isPending) return <Loading />;
  if (home.isError) return <Failed error={home.error} retry={home.refetch} />;
  const others = home.data.members.filter(({ id }) => id !== self);
  return (
    <Card
      title={t('registers.household-of')}
      extra={<Go to={`/households/${household}`}>{t('registers.see-household')}</Go>}
    >
      {others.length === 0 ? (
        <p className="qz-detail">{t('registers.nobody-else')}</p>
      ) : (
        <MemberRows members={others} />
      )}
    </Card>
  );
};
