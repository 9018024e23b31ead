import { Card, Facts, formatMoment } from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import type { ResidentChange } from '../contract.ts';

/** What is said of a change that left every fact as it was. */
const withoutFacts = {
  typed: 'registers.was-marks',
  import: 'registers.was-nothing',
  merge: 'registers.was-nothing',
  unmerge: 'registers.was-nothing',
  left: 'registers.was-here',
  back: 'registers.was-left',
  closed: 'registers.was-open',
} as const;

/** What stood before each change, who changed it and how; masked as long as the person is. */
export const ResidentHistory = ({ changes }: { changes: readonly ResidentChange[] }) => {
  const t = useText();
  const language = useLanguage();
  if (changes.length === 0) return null;
  const was = ({ zh, en, value }: ResidentChange['before'][number]) => {
    const field = language === 'en' ? en : zh;
    return t(value === '' ? 'registers.was-empty' : 'registers.was', { field, value });
  };
  return (
    <Card title={t('registers.changes')}>
      <Facts
        facts={changes.map(({ at, by, source, before }) => [
          t(`registers.change-${source}`, { at: formatMoment(at), by }),
          before.length > 0 ? before.map(was).join('；') : t(withoutFacts[source]),
        ])}
      />
    </Card>
  );
};
