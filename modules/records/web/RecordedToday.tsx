import { Section } from '#platform/ui/Card.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { Go } from '#platform/ui/go.tsx';
import { useMay } from '#platform/ui/me.ts';
import { useText } from '#platform/ui/text.ts';
import { recordedToday } from '../contract.ts';
import { WaitingOnPhone } from './outbox/WaitingOnPhone.tsx';

const Sum = () => {
  const t = useText();
  const today = useCall(recordedToday).data;
  if (!today || today.records === 0) return null;
  const { records, ledgers, cellsSaved } = today;
  return (
    <Section title={t('records.today', { n: records })} extra={<Go to="/records">{t('records.look')}</Go>}>
      <p className="qz-detail">{t('records.today-spared', { ledgers, cells: cellsSaved })}</p>
    </Section>
  );
};

/** For Today: how many I recorded, in how many ledgers they stand, what was not copied. */
export const RecordedToday = () =>
  useMay('records.enter') ? (
    <>
      <WaitingOnPhone />
      <Sum />
    </>
  ) : null;
