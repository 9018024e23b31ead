import { ButtonLink, Empty, Page, useMay, useMe } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { GuardedList } from './GuardedList.tsx';
import { RegisterNav } from './RegisterNav.tsx';
import { RegisterSearch } from './RegisterSearch.tsx';
import { ResidentList } from './ResidentList.tsx';

/** The committee's register: find one, or look through all. */
const ResidentsPage = () => {
  const t = useText();
  const me = useMe();
  const imports = useMay('residents.import');
  const merges = useMay('registers.merge');
  const bring = imports && <ButtonLink to="/residents/import">{t('registers.import')}</ButtonLink>;
  const empty = (
    <Empty action={bring || undefined}>{t(imports ? 'registers.empty-head' : 'registers.empty')}</Empty>
  );
  return (
    <Page
      title={t('registers.residents')}
      subtitle={me.committee?.name}
      width="narrow"
      actions={
        <>
          {merges && <ButtonLink to="/residents/duplicates">{t('registers.duplicates')}</ButtonLink>}
          {bring}
          <ButtonLink to="/residents/new" kind="main">
            {t('registers.new-resident')}
          </ButtonLink>
        </>
      }
    >
      <RegisterNav here="/residents" />
      <RegisterSearch>
        <GuardedList>
          <ResidentList empty={empty} />
        </GuardedList>
      </RegisterSearch>
    </Page>
  );
};

export default ResidentsPage;
