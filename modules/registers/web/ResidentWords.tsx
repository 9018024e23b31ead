import { Fragment } from 'react';
import { Tag } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import type { ResidentBrief, ResidentTag } from '../contract.ts';
import { doorText } from '../domain/door.ts';

/** 3号楼502, else nothing known. */
export const doorOf = ({ building, room }: Pick<ResidentBrief, 'building' | 'room'>): string =>
  doorText(building, room);

/** 84岁 女 独居 *6789: what tells two people of one name apart. */
export const ResidentDetail = ({ resident }: { resident: Omit<ResidentBrief, 'id'> }) => {
  const t = useText();
  const words = [
    resident.age === null ? '' : t('registers.age', { n: resident.age }),
    resident.sex === '1' || resident.sex === '2' ? t(`registers.sex-${resident.sex}`) : '',
    resident.phone ?? '',
  ];
  return <span className="qz-detail">{words.filter(Boolean).join('　')}</span>;
};

/** Whom a cadre looks in on. */
const pleaseLook: readonly ResidentTag[] = ['unvisited', 'impaired', 'pressure_high', 'bereaved', 'cared'];

export const ResidentTags = ({
  resident,
}: {
  resident: Pick<ResidentBrief, 'tags'> & Partial<Pick<ResidentBrief, 'left'>>;
}) => {
  const t = useText();
  return (
    <>
      {resident.left && <Tag>{t(`registers.left-${resident.left.for}`)}</Tag>}
      {resident.tags.map((tag) => (
        <Fragment key={tag}>
          <Tag tone={pleaseLook.includes(tag) ? 'look' : 'plain'}>{t(`registers.tag-${tag}`)}</Tag>{' '}
        </Fragment>
      ))}
    </>
  );
};
