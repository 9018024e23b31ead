import { useGo } from '#platform/ui/go.tsx';
import { Failed, Page, useAction } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { addHousehold } from '../contract.ts';
import { HouseholdForm } from './HouseholdForm.tsx';

const NewHouseholdPage = () => {
  const t = useText();
  const go = useGo();
  const add = useAction(addHousehold, { onDone: ({ id }) => go(`/households/${id}`, { replace: true }) });
  return (
    <Page
      title={t('registers.new-household')}
      back={{ to: '/households', label: t('registers.households') }}
      width="narrow"
    >
      <HouseholdForm busy={add.isPending} onSave={(body) => add.mutate({ body })}>
        {add.error && <Failed error={add.error} />}
      </HouseholdForm>
    </Page>
  );
};

export default NewHouseholdPage;
