import { useState } from 'react';
import { SelectField, TextField } from '#platform/ui/Field.tsx';
import { useAddressValue } from '#platform/ui/go.tsx';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import type { Cadre, Committee, Department } from '../contract.ts';
import { CadrePhone } from './CadrePhone.tsx';
import { Listing } from './Listing.tsx';

interface Props {
  cadres: Cadre[];
  committees: Committee[];
  departments: Department[];
}

/** Who works where, as what. */
export const CadreList = ({ cadres, committees, departments }: Props) => {
  const t = useText();
  const [place, setPlace] = useAddressValue('place');
  const [name, setName] = useState('');
  const places = [...departments, ...committees];
  const placeOf = ({ committeeId, departmentId }: Cadre) =>
    places.find(({ id }) => id === committeeId || id === departmentId)?.name ?? '';
  const postsOf = ({ posts }: Cadre) => posts.map((post) => t(`organisation.post.${post}`)).join('、');
  const nameOf = ({ name: own, active }: Cadre) => (
    <>
      {own} {!active && <Tag>{t('organisation.inactive')}</Tag>}
    </>
  );
  const shown = cadres.filter(
    (cadre) =>
      cadre.name.includes(name.trim()) &&
      (place === '' || [cadre.committeeId, cadre.departmentId].includes(place)),
  );
  return (
    <>
      <div className="qz-org-filters">
        <SelectField
          label={t('organisation.place')}
          value={place}
          onValue={setPlace}
          placeholder={t('organisation.everywhere')}
          options={places.map(({ id, name: label }) => ({ value: id, label }))}
        />
        <TextField label={t('organisation.find')} type="search" value={name} onValue={setName} />
      </div>
      <Listing
        label={t('organisation.cadres')}
        rows={shown}
        keyOf={({ id }) => id}
        columns={[
          { key: 'name', title: t('organisation.person'), show: nameOf, by: ({ name }) => name },
          { key: 'place', title: t('organisation.place'), show: placeOf, by: placeOf },
          { key: 'posts', title: t('organisation.posts'), show: postsOf, by: postsOf },
          { key: 'lines', title: t('organisation.lines'), show: ({ lines }) => lines.join('、') },
          { key: 'phone', title: t('organisation.phone'), show: (cadre) => <CadrePhone cadre={cadre} /> },
        ]}
        title={nameOf}
        detail={(cadre) =>
          [placeOf(cadre), postsOf(cadre), cadre.lines.join('、')].filter(Boolean).join(' · ')
        }
        extra={(cadre) => <CadrePhone cadre={cadre} />}
      />
    </>
  );
};
