import { ButtonLink, Empty, Page, useMay, useMe } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { ResidentList } from './ResidentList.tsx';
import { ResidentSearch } from './ResidentSearch.tsx';

/** The committee's register: find one, or look through all. */
const ResidentsPage = () => {
  const t = useText();
  const me = useMe();
  const imports = useMay('residents.import');
  const bring = imports && (
    <ButtonLink to="/residents/import" kind="plain">
      {t('registers.import')}
    </ButtonLink>
  );
  const empty = (
    <Empty action={bring || undefined}>{t(imports ? 'registers.empty-head' : 'registers.empty')}</Empty>
  );
  return (
    <Page
      title={t('registers.residents')}
      subtitle={me.committee?.name}
      width="narrow"
      actions={bring || undefined}
    >
      <ResidentSearch to={({ id }) => `/residents/${id}`}>
        <ResidentList empty={empty} />
      </ResidentSearch>
    </Page>
  );
};

export default ResidentsPage;
