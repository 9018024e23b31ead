import { Button, Failed, Notice, useAction } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { changeResident, type OpenedResident, type Resident } from '../contract.ts';
import { registerField, sayValue } from '../domain/fields.ts';

const chronic = 'person.chronic';

/** What the records suggest and the register does not say: proposed, and entered only by a person. */
export const Proposal = ({
  resident: { id, revision },
  opened,
  onDone,
}: {
  resident: Resident;
  opened: OpenedResident;
  onDone: () => void;
}) => {
  const t = useText();
  const change = useAction(changeResident, { onDone });
  const field = registerField(chronic);
  const said = opened.tags.includes('hypertension') || !opened.tags.includes('pressure_high');
  if (said || !field) return null;
  const known = opened.facts.find(({ element }) => element === chronic)?.value;
  const value = [known, sayValue(field, ['hypertension'])].filter(Boolean).join('、');
  return (
    <Notice>
      <p>{t('registers.propose-hypertension')}</p>
      {change.error && <Failed error={change.error} />}
      <Button
        busy={change.isPending}
        onClick={() => change.mutate({ params: { id }, body: { revision, values: { [chronic]: value } } })}
      >
        {t('registers.note-hypertension')}
      </Button>
    </Notice>
  );
};
