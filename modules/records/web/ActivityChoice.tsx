import { useState } from 'react';
import { Button, Failed, Loading, Row, Rows, useCall, useLanguage, useText } from '#platform/ui/index.ts';
import { listActivities } from '../contract.ts';

export interface ActivityChoiceProps {
  code: string;
  onCode: (code: string) => void;
}

const List = ({ code, onCode }: ActivityChoiceProps) => {
  const t = useText();
  const language = useLanguage();
  const activities = useCall(listActivities);
  if (activities.isPending) return <Loading lines={4} />;
  if (activities.isError) return <Failed error={activities.error} retry={activities.refetch} />;
  return (
    <Rows label={t('records.what')}>
      {activities.data
        .filter((one) => one.code !== code)
        .map((one) => (
          <Row
            key={one.code}
            title={one[language]}
            detail={t(one.subjectKind === 'committee' ? 'records.of-committee' : 'records.of-person')}
            onPress={() => onCode(one.code)}
          />
        ))}
    </Rows>
  );
};

/** Another kind of work; nine of ten acts need no choosing, so it is folded away. */
export const ActivityChoice = ({ code, onCode }: ActivityChoiceProps) => {
  const t = useText();
  const [open, setOpen] = useState(false);
  const choose = (next: string) => {
    setOpen(false);
    onCode(next);
  };
  return (
    <div className="rec-what">
      <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('records.other-work')}
      </Button>
      {open && <List code={code} onCode={choose} />}
    </div>
  );
};
