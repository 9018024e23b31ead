import { BigButton, ButtonLink, Card, Notice, Row, Rows } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import type { RecordView } from '../contract.ts';

export interface SavedProps {
  record: RecordView;
  cellsSaved: number;
  /** Ledgers the form spoke of and the entry does not stand in: ended meanwhile, or for other values. */
  notIn: readonly string[];
  onNext: () => void;
}

/** What one entry did: the ledgers it stands in, and what nobody has to copy. */
export const Saved = ({ record, cellsSaved, notIn, onNext }: SavedProps) => {
  const t = useText();
  return (
    <>
      <Notice tone="good">
        {t('records.saved', { name: record.subject.name, door: record.subject.door, what: record.summary })}
      </Notice>
      {cellsSaved > 0 && <p className="rec-saved">{t('records.spared', { n: cellsSaved })}</p>}
      {record.ledgers.length > 0 && (
        <Card title={t('records.stands-in', { n: record.ledgers.length })}>
          <Rows>
            {record.ledgers.map(({ id, name, department }) => (
              <Row key={id} title={name} detail={department} to={`/ledgers/${id}`} />
            ))}
          </Rows>
        </Card>
      )}
      {notIn.length > 0 && <p className="qz-detail">{t('records.not-in', { names: notIn.join('、') })}</p>}
      <div className="qz-actions">
        <ButtonLink to={`/records/${record.id}`} kind="quiet">
          {t('records.look-at')}
        </ButtonLink>
        <ButtonLink to="/" kind="quiet">
          {t('records.to-today')}
        </ButtonLink>
      </div>
      <div className="qz-foot">
        <BigButton onClick={onNext}>{t('records.next')}</BigButton>
      </div>
    </>
  );
};
