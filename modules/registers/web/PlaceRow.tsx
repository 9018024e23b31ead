import { Row, Tag } from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import type { PlaceBrief } from '../contract.ts';
import { kindsOf } from '../domain/place-fields.ts';
import { doorOf } from './ResidentWords.tsx';

/** What a place is called: its name, else its door or address. */
export const placeTitle = (place: Omit<PlaceBrief, 'id'>): string =>
  place.name || doorOf(place) || place.address;

export const useKindName = () => {
  const language = useLanguage();
  return ({ register, kind }: Pick<PlaceBrief, 'register' | 'kind'>): string =>
    kindsOf(register).find(({ code }) => code === kind)?.[language] ?? kind;
};

/** 和安便利店 [沿街商铺]　3号楼101　联系人 王*英 */
export const PlaceRow = ({ place }: { place: Omit<PlaceBrief, 'id'> & { id?: string } }) => {
  const t = useText();
  const kindOf = useKindName();
  const words = [
    place.name ? doorOf(place) || place.address : '',
    place.contact ? t('registers.contact', { name: place.contact }) : '',
    place.phone ?? '',
  ];
  return (
    <Row
      title={
        <>
          {placeTitle(place)} <Tag>{kindOf(place)}</Tag>
        </>
      }
      detail={words.filter(Boolean).join('　')}
      {...(place.id ? { to: `/places/${place.id}` } : {})}
    />
  );
};
