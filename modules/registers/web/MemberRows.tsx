import { Row, Rows, Tag } from '#platform/ui/index.ts';
import { useLanguage } from '#platform/ui/text.ts';
import type { Household } from '../contract.ts';
import { relations } from '../domain/household.ts';
import { ResidentDetail, ResidentTags } from './ResidentWords.tsx';

export const useRelationName = () => {
  const language = useLanguage();
  return (relation: string): string => relations.find(({ code }) => code === relation)?.[language] ?? '';
};

/** Who lives in a household, and what each is to its head. */
export const MemberRows = ({ members }: Pick<Household, 'members'>) => {
  const nameOf = useRelationName();
  return (
    <Rows>
      {members.map((member) => (
        <Row
          key={member.id}
          title={
            <>
              {member.name}{' '}
              {member.relation !== '8' && (
                <Tag tone={member.relation === '0' ? 'good' : 'plain'}>{nameOf(member.relation)}</Tag>
              )}{' '}
              <ResidentTags resident={member} />
            </>
          }
          detail={<ResidentDetail resident={member} />}
          to={`/residents/${member.id}`}
        />
      ))}
    </Rows>
  );
};
