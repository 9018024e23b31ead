import { useState } from 'react';
import { Button, Dialog, Failed, useAction } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { changePlace, type Place, type ResidentFact } from '../contract.ts';
import { placeShapes } from '../domain/place-fields.ts';
import { changedOf, FieldForm } from './FieldForm.tsx';

interface EditProps {
  place: Place;
  /** What stands there, opened. */
  facts: readonly ResidentFact[];
  onDone: () => void;
}

const Form = ({ place, facts, onDone, onClose }: EditProps & { onClose: () => void }) => {
  const t = useText();
  const shape = placeShapes[place.register];
  const before = Object.fromEntries(facts.map(({ element, value }) => [element, value]));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(before);
  const change = useAction(changePlace, { onDone });
  const values = changedOf(before, typed);
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ params: { id: place.id }, body: { revision: place.revision, values } });
      }}
    >
      <FieldForm
        fields={shape.fields}
        required={shape.named ? [shape.name] : []}
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

/** Puts right what is known of premises or an organisation. */
export const EditPlace = (props: EditProps) => {
  const t = useText();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Button onClick={() => setEditing(true)}>{t('registers.edit-place')}</Button>
      <Dialog open={editing} title={t('registers.edit-place')} onClose={() => setEditing(false)}>
        <Form {...props} onClose={() => setEditing(false)} />
      </Dialog>
    </>
  );
};
