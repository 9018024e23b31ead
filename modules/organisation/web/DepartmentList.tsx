import { useText } from '#platform/ui/text.ts';
import type { Cadre, Department } from '../contract.ts';
import { Listing } from './Listing.tsx';

/** Departments with their kind. */
export const DepartmentList = ({ departments, cadres }: { departments: Department[]; cadres: Cadre[] }) => {
  const t = useText();
  const countOf = ({ id }: Department) =>
    cadres.filter(({ departmentId, active }) => active && departmentId === id).length;
  const kindOf = ({ kind }: Department) => t(`organisation.kind.${kind}`);
  return (
    <Listing
      label={t('organisation.departments')}
      rows={departments}
      keyOf={({ id }) => id}
      columns={[
        { key: 'code', title: t('organisation.code'), show: ({ code }) => code },
        { key: 'name', title: t('organisation.name'), show: ({ name }) => name },
        { key: 'kind', title: t('organisation.kind'), show: kindOf },
        { key: 'cadres', title: t('organisation.cadre-count'), figures: true, show: countOf },
      ]}
      title={({ name }) => name}
      detail={(one) => `${kindOf(one)} · ${t('organisation.cadre-count-n', { n: countOf(one) })}`}
    />
  );
};
