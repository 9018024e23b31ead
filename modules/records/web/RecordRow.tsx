import { formatDay, Row, Tag } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import type { RecordBrief } from '../contract.ts';

/** A record in a list; on a resident's own page the person is not named again. */
export const RecordRow = ({ record, named = true }: { record: RecordBrief; named?: boolean }) => {
  const t = useText();
  const { subject, summary, occurredOn, author, voided, revision, activityName } = record;
  return (
    <Row
      title={
        <>
          {named ? `${subject.name}　${subject.door}　` : ''}
          <strong>{summary || activityName}</strong> {voided && <Tag tone="bad">{t('records.void')}</Tag>}
          {!voided && revision > 1 && <Tag tone="look">{t('records.corrected')}</Tag>}
        </>
      }
      detail={`${formatDay(occurredOn)}　${activityName}　${author}`}
      to={`/records/${record.id}`}
    />
  );
};
