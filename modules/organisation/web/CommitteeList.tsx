import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useText } from '#platform/ui/text.ts';
import type { Cadre, Committee } from '../contract.ts';
import { CommitteeDialog } from './CommitteeDialog.tsx';
import { Listing } from './Listing.tsx';

interface Props {
  committees: Committee[];
  cadres: Cadre[];
  manage: boolean;
}

/** Committees, where they are and how far. */
export const CommitteeList = ({ committees, cadres, manage }: Props) => {
  const t = useText();
  const [editing, setEditing] = useState<Committee | null>(null);
  const countOf = ({ id }: Committee) =>
    cadres.filter(({ committeeId, active }) => active && committeeId === id).length;
  const minutes = ({ travelMinutes }: Committee) => t('organisation.travel-minutes', { n: travelMinutes });
  const edit = (committee: Committee) =>
    manage && (
      <Button
        kind="quiet"
        aria-label={t('organisation.edit-named', { name: committee.name })}
        onClick={() => setEditing(committee)}
      >
        {t('organisation.edit')}
      </Button>
    );
  return (
    <>
      <Listing
        label={t('organisation.committees')}
        rows={committees}
        keyOf={({ id }) => id}
        columns={[
          { key: 'code', title: t('organisation.code'), show: ({ code }) => code, by: ({ code }) => code },
          { key: 'name', title: t('organisation.name'), show: ({ name }) => name, by: ({ name }) => name },
          { key: 'short', title: t('organisation.short-name'), show: ({ shortName }) => shortName },
          { key: 'address', title: t('organisation.address'), show: ({ address }) => address },
          {
            key: 'travel',
            title: t('organisation.travel'),
            figures: true,
            show: minutes,
            by: ({ travelMinutes }) => travelMinutes,
          },
          { key: 'cadres', title: t('organisation.cadre-count'), figures: true, show: countOf },
          ...(manage
            ? [
                {
                  key: 'edit',
                  title: <span className="qz-unseen">{t('organisation.edit')}</span>,
                  show: edit,
                  stays: true,
                },
              ]
            : []),
        ]}
        title={({ name }) => name}
        detail={(one) =>
          [one.address, minutes(one), t('organisation.cadre-count-n', { n: countOf(one) })]
            .filter(Boolean)
            .join(' · ')
        }
        extra={edit}
      />
      {editing && <CommitteeDialog committee={editing} onClose={() => setEditing(null)} />}
    </>
  );
};
