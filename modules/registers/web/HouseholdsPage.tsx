import { useState } from 'react';
import {
  Button,
  ButtonLink,
  Card,
  Dialog,
  Empty,
  Failed,
  Loading,
  Notice,
  Page,
  Rows,
  useAction,
  useAddressValue,
  useCall,
  useMay,
  useMe,
} from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { formHouseholds, listHouseholds } from '../contract.ts';
import { HouseholdRow } from './HouseholdRow.tsx';
import { Pager } from './Pager.tsx';
import { RegisterNav } from './RegisterNav.tsx';
import { RegisterSearch } from './RegisterSearch.tsx';

/** Makes a household of everybody at one door who has none. */
const FormByDoor = () => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const form = useAction(formHouseholds, { onDone: () => setAsking(false) });
  return (
    <>
      {form.data && (
        <Notice tone="good">
          {t('registers.formed', { households: form.data.households, people: form.data.people })}
        </Notice>
      )}
      <div className="qz-actions">
        <Button onClick={() => setAsking(true)}>{t('registers.form-households')}</Button>
      </div>
      <Dialog open={asking} title={t('registers.form-households')} onClose={() => setAsking(false)}>
        <p>{t('registers.form-ask')}</p>
        {form.error && <Failed error={form.error} />}
        <div className="qz-actions">
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
          <Button kind="main" busy={form.isPending} onClick={() => form.mutate({})}>
            {t('registers.form-households')}
          </Button>
        </div>
      </Dialog>
    </>
  );
};

const List = () => {
  const t = useText();
  const keeps = useMay('residents.import');
  const [at, setAt] = useAddressValue('page', '1');
  const page = Math.max(1, Number(at) || 1);
  const list = useCall(listHouseholds, { query: { page } }, { keep: true });
  if (list.isPending) return <Loading lines={6} />;
  if (list.isError) return <Failed error={list.error} retry={list.refetch} />;
  const { households, total, pageSize, homeless } = list.data;
  return (
    <>
      {homeless > 0 && (
        <Card>
          <p>{t('registers.homeless', { n: homeless })}</p>
          {keeps && <FormByDoor />}
        </Card>
      )}
      {total === 0 ? (
        <Empty>{t('registers.households-empty')}</Empty>
      ) : (
        <>
          <p className="qz-detail">{t('registers.count-households', { n: total })}</p>
          <Rows label={t('registers.households')}>
            {households.map((household) => (
              <HouseholdRow key={household.id} household={household} />
            ))}
          </Rows>
          <Pager {...{ page, total }} size={pageSize} onPage={(next) => setAt(String(next))} />
        </>
      )}
    </>
  );
};

/** Who lives together, by door. */
const HouseholdsPage = () => {
  const t = useText();
  const me = useMe();
  const imports = useMay('residents.import');
  return (
    <Page
      title={t('registers.households')}
      subtitle={me.committee?.name}
      width="narrow"
      actions={
        <>
          {imports && <ButtonLink to="/households/import">{t('registers.import-households')}</ButtonLink>}
          <ButtonLink to="/households/new" kind="main">
            {t('registers.new-household')}
          </ButtonLink>
        </>
      }
    >
      <RegisterNav here="/households" />
      <RegisterSearch>
        <List />
      </RegisterSearch>
    </Page>
  );
};

export default HouseholdsPage;
