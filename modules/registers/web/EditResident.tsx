import { useState } from 'react';
import { Button, Dialog, Failed, useAction } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { changeResident, type OpenedResident, type Resident } from '../contract.ts';
import { registerFields } from '../domain/fields.ts';
import { changedOf, FieldForm } from './FieldForm.tsx';

interface EditProps {
  resident: Resident;
  /** What stands there, in words: only who opened it may correct it. */
  opened: OpenedResident;
  /** The page closes what was opened: it is older now. */
  onDone: () => void;
}

const Form = ({ resident, opened, onDone, onClose }: EditProps & { onClose: () => void }) => {
  const t = useText();
  const before = Object.fromEntries(opened.facts.map(({ element, value }) => [element, value]));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(before);
  const change = useAction(changeResident, { onDone });
  const values = changedOf(before, typed);
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ params: { id: resident.id }, body: { revision: resident.revision, values } });
      }}
    >
      <p className="qz-detail">{t('registers.edit-kept')}</p>
      <FieldForm
        fields={registerFields}
        required={['person.name']}
        typed={typed}
        onTyped={setTyped}
        errors={change.error?.errors ?? []}
      />
      {change.error && <Failed error={change.error} />}
      <div className="qz-actions">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" kind="main" busy={change.isPending} disabled={Object.keys(values).length === 0}>
          {t('registers.save')}
        </Button>
      </div>
    </form>
  );
};

/** Puts right what is known of a person. */
export const EditResident = (props: EditProps) => {
  const t = useText();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Button onClick={() => setEditing(true)}>{t('registers.edit')}</Button>
      <Dialog open={editing} title={t('registers.edit-title')} onClose={() => setEditing(false)}>
        <Form {...props} onClose={() => setEditing(false)} />
      </Dialog>
    </>
  );
};
