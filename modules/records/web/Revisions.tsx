import { Card, formatLongDay, formatMoment, Row, Rows } from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import type { RecordRevision, RecordView } from '../contract.ts';
import { sayValue } from '../domain/say-values.ts';

type Version = Pick<RecordRevision, 'values' | 'occurredOn'>;

/** What was changed from one version to the next: old struck out, new beside it. */
const Changes = ({ from, to, record }: { from: Version; to: Version; record: RecordView }) => {
  const t = useText();
  const language = useLanguage();
  const changed = record.fields.filter(
    ({ code }) => JSON.stringify(from.values[code]) !== JSON.stringify(to.values[code]),
  );
  return (
    <>
      {from.occurredOn !== to.occurredOn && (
        <span>
          {t('records.day')} <span className="rec-old">{formatLongDay(from.occurredOn)}</span>{' '}
          {formatLongDay(to.occurredOn)}{' '}
        </span>
      )}
      {changed.map((element) => {
        const say = (version: Version) => {
          const value = version.values[element.code];
          return value === undefined ? '—' : sayValue(element, value, language);
        };
        return (
          <span key={element.code}>
            {language === 'en' ? element.en : element.zh} <span className="rec-old">{say(from)}</span>{' '}
            {say(to)}　
          </span>
        );
      })}
    </>
  );
};

/** Every former version, newest first: what was changed, by whom, when and why. */
export const Revisions = ({ record }: { record: RecordView }) => {
  const t = useText();
  if (record.revisions.length === 0) return null;
  const versions: readonly Version[] = [record, ...record.revisions];
  return (
    <Card title={t('records.revisions', { n: record.revisions.length })}>
      <Rows>
        {record.revisions.map((revision, at) => (
          <Row
            key={revision.revision}
            title={<Changes from={revision} to={versions[at] ?? record} record={record} />}
            detail={`${formatMoment(revision.changedAt)}　${revision.changedBy}　${revision.reason}`}
          />
        ))}
      </Rows>
    </Card>
  );
};
