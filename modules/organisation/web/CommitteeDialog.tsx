import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { Dialog } from '#platform/ui/Dialog.tsx';
import { NumberField, TextField } from '#platform/ui/Field.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { type Committee, listCommittees, updateCommittee } from '../contract.ts';

/** Corrects one committee; larger changes come by spreadsheet. */
export const CommitteeDialog = ({ committee, onClose }: { committee: Committee; onClose: () => void }) => {
  const t = useText();
  const { id, code: _, ...known } = committee;
  const [edit, setEdit] = useState(known);
  const save = useAction(updateCommittee, { refresh: [listCommittees], onDone: onClose });
  return (
    <Dialog open title={committee.name} onClose={onClose}>
      <form
        className="qz-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ params: { id }, body: edit });
        }}
      >
        <TextField
          label={t('organisation.name')}
          value={edit.name}
          onValue={(name) => setEdit({ ...edit, name })}
          maxLength={60}
          required
        />
        <TextField
          label={t('organisation.short-name')}
          value={edit.shortName}
          onValue={(shortName) => setEdit({ ...edit, shortName })}
          maxLength={20}
          required
        />
        <TextField
          label={t('organisation.address')}
          value={edit.address}
          onValue={(address) => setEdit({ ...edit, address })}
          maxLength={120}
        />
        <NumberField
          label={t('organisation.travel')}
          unit={t('organisation.minutes')}
          value={edit.travelMinutes}
          onValue={(travelMinutes) => setEdit({ ...edit, travelMinutes: travelMinutes ?? 0 })}
          min={0}
          max={240}
          required
        />
        {save.isError && <Failed error={save.error} />}
        <div className="qz-actions">
          <Button onClick={onClose}>{t('organisation.cancel')}</Button>
          <Button type="submit" kind="main" busy={save.isPending}>
            {t('organisation.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
