import { useState } from 'react';
import { useGo } from '#platform/ui/go.tsx';
import {
  Button,
  Card,
  Dialog,
  Failed,
  Loading,
  Page,
  useAction,
  useCall,
  useMay,
  useParam,
} from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { changeHousehold, dissolveHousehold, getHousehold, type Household } from '../contract.ts';
import { HouseholdForm } from './HouseholdForm.tsx';
import { MemberRows } from './MemberRows.tsx';
import { ResidentHistory } from './ResidentHistory.tsx';
import { doorOf } from './ResidentWords.tsx';

const Dissolve = ({ household: { id, revision } }: { household: Household }) => {
  const t = useText();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const dissolve = useAction(dissolveHousehold, {
    refresh: [],
    onDone: () => go('/households', { replace: true }),
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('registers.dissolve')}</Button>
      <Dialog open={asking} title={t('registers.dissolve')} onClose={() => setAsking(false)}>
        <p>{t('registers.dissolve-ask')}</p>
        {dissolve.error && <Failed error={dissolve.error} />}
        <div className="qz-actions">
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
          <Button
            kind="danger"
            busy={dissolve.isPending}
            onClick={() => dissolve.mutate({ params: { id }, body: { revision } })}
          >
            {t('registers.dissolve')}
          </Button>
        </div>
      </Dialog>
    </>
  );
};

const Edit = ({ household, onDone }: { household: Household; onDone: () => void }) => {
  const change = useAction(changeHousehold, { onDone });
  return (
    <HouseholdForm
      household={household}
      busy={change.isPending}
      onSave={(draft) =>
        change.mutate({ params: { id: household.id }, body: { ...draft, revision: household.revision } })
      }
    >
      {change.error && <Failed error={change.error} />}
    </HouseholdForm>
  );
};

/** One household: its people and what each is to its head. */
const HouseholdPage = () => {
  const t = useText();
  const changes = useMay('registers.change');
  const [editing, setEditing] = useState(false);
  const household = useCall(getHousehold, { params: { id: useParam('id') } });
  const back = { to: '/households', label: t('registers.households') };
  if (household.isPending) return <Loading lines={6} />;
  if (household.isError)
    return (
      <Page title={t('registers.household')} back={back} width="narrow">
        <Failed error={household.error} retry={household.refetch} />
      </Page>
    );
  const { data } = household;
  const number = data.number && `${t('registers.household-number')} ${data.number}`;
  return (
    <Page
      title={doorOf(data) || t('registers.household')}
      subtitle={[t('registers.people-in', { n: data.people }), number, data.note].filter(Boolean).join('　')}
      back={back}
      width="narrow"
      actions={
        changes &&
        !editing && (
          <>
            <Dissolve household={data} />
            <Button kind="main" onClick={() => setEditing(true)}>
              {t('registers.edit-household')}
            </Button>
          </>
        )
      }
    >
      {editing ? (
        <>
          <Edit key={data.revision} household={data} onDone={() => setEditing(false)} />
          <div className="qz-actions">
            <Button onClick={() => setEditing(false)}>{t('ui.cancel')}</Button>
          </div>
        </>
      ) : (
        <>
          <Card title={t('registers.members')}>
            <MemberRows members={data.members} />
          </Card>
          <ResidentHistory changes={data.changes} />
        </>
      )}
    </Page>
  );
};

export default HouseholdPage;
