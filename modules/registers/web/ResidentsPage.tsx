import { ButtonLink, Empty, Go, Notice, Page, useCall, useMay, useMe } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { listDuplicates } from '../contract.ts';
import { GuardedList } from './GuardedList.tsx';
import { RegisterNav } from './RegisterNav.tsx';
import { RegisterSearch } from './RegisterSearch.tsx';
import { ResidentList } from './ResidentList.tsx';

/** Somebody may be in the register twice: said where the list is, to whom may merge. */
const SeenTwice = () => {
  const t = useText();
  const total = useCall(listDuplicates).data?.total ?? 0;
  if (total === 0) return null;
  return (
    <Notice>
      {t('registers.seen-twice', { n: total })}{' '}
      <Go to="/residents/duplicates">{t('registers.look-through')}</Go>
    </Notice>
  );
};

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
          {bring}
          <ButtonLink to="/residents/new" kind="main">
            {t('registers.new-resident')}
          </ButtonLink>
        </>
      }
    >
      <RegisterNav here="/residents" />
      <RegisterSearch>
        {merges && <SeenTwice />}
        <GuardedList>
          <ResidentList empty={empty} />
        </GuardedList>
      </RegisterSearch>
    </Page>
  );
};

export default ResidentsPage;
