import { Row } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import type { HouseholdBrief } from '../contract.ts';
import { doorOf } from './ResidentWords.tsx';

/** 3号楼502　户主王*英　3 人 */
export const HouseholdRow = ({ household }: { household: Omit<HouseholdBrief, 'id'> & { id?: string } }) => {
  const t = useText();
  const { id, number, head, people } = household;
  return (
    <Row
      title={
        <>
          <strong>{doorOf(household)}</strong>
          {'　'}
          {head ? (
            `${t('registers.head')} ${head}`
          ) : (
            <span className="qz-detail">{t('registers.no-head')}</span>
          )}
        </>
      }
      detail={[
        t('registers.people-in', { n: people }),
        number && `${t('registers.household-number')} ${number}`,
      ]
        .filter(Boolean)
        .join('　')}
      {...(id ? { to: `/households/${id}` } : {})}
    />
  );
};
