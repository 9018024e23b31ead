import { useState } from 'react';
import { Button, Choices, Dialog, Failed, useAction } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { type OpenedResident, type Resident, tagResident } from '../contract.ts';
import { handTags } from '../domain/tags.ts';

interface MarksProps {
  resident: Resident;
  opened: OpenedResident;
  onDone: () => void;
}

const Form = ({ resident, opened, onDone, onClose }: MarksProps & { onClose: () => void }) => {
  const t = useText();
  const [tags, setTags] = useState<readonly string[]>(() =>
    opened.tags.filter((tag) => handTags.includes(tag)),
  );
  const set = useAction(tagResident, { onDone });
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { revision: resident.revision, tags: handTags.filter((tag) => tags.includes(tag)) };
        set.mutate({ params: { id: resident.id }, body });
      }}
    >
      <Choices
        label={t('registers.marks')}
        hint={t('registers.mark-hint')}
        values={tags}
        onValues={setTags}
        options={handTags.map((tag) => ({ value: tag, label: t(`registers.tag-${tag}`) }))}
      />
      {set.error && <Failed error={set.error} />}
      <div className="qz-actions">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" kind="main" busy={set.isPending}>
          {t('registers.save')}
        </Button>
      </div>
    </form>
  );
};

/** Marks no rule can find, set by hand. */
export const SetMarks = (props: MarksProps) => {
  const t = useText();
  const [setting, setSetting] = useState(false);
  return (
    <>
      <Button onClick={() => setSetting(true)}>{t('registers.mark')}</Button>
      <Dialog open={setting} title={t('registers.mark')} onClose={() => setSetting(false)}>
        <Form {...props} onClose={() => setSetting(false)} />
      </Dialog>
    </>
  );
};
