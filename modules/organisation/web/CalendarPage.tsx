import { Button } from '#platform/ui/Buttons.tsx';
import { Card, Row, Rows } from '#platform/ui/Card.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { formatLongDay, formatWeekday, officeToday } from '#platform/ui/format.ts';
import { useAddressValue } from '#platform/ui/go.tsx';
import { useMay } from '#platform/ui/me.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { Notice, Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { getOfficeYear, type OfficeYear } from '../contract.ts';
import { type DaySpan, daySpans } from './day-spans.ts';
import { EnteredDays } from './EnteredDays.tsx';
import './organisation.css';

const spanWords = ({ from, until }: DaySpan): string =>
  from === until
    ? `${formatLongDay(from)} ${formatWeekday(from)}`
    : `${formatLongDay(from)} ${formatWeekday(from)} – ${formatLongDay(until)} ${formatWeekday(until)}`;

const DayRows = ({ days, label, none }: { days: OfficeYear['published']; label: string; none: string }) => {
  const t = useText();
  if (days.length === 0) return <Empty>{none}</Empty>;
  return (
    <Rows label={label}>
      {daySpans(days).map((span) => (
        <Row
          key={span.from}
          title={spanWords(span)}
          detail={span.name}
          extra={
            <Tag tone={span.working ? 'look' : 'good'}>
              {t(span.working ? 'organisation.worked-days' : 'organisation.off-days', { n: span.days })}
            </Tag>
          }
        />
      ))}
    </Rows>
  );
};

const YearSwitch = ({ year, onYear }: { year: number; onYear: (year: number) => void }) => {
  const t = useText();
  return (
    <>
      <Button onClick={() => onYear(year - 1)} disabled={year <= 2000}>
        {t('organisation.year-before')}
      </Button>
      <Button onClick={() => onYear(year + 1)} disabled={year >= 2100}>
        {t('organisation.year-after')}
      </Button>
    </>
  );
};

const Published = ({ year }: { year: OfficeYear }) => {
  const t = useText();
  return (
    <Card title={t('organisation.published')}>
      <DayRows
        days={year.published}
        label={t('organisation.published')}
        none={t('organisation.published-none')}
      />
    </Card>
  );
};

const Entered = ({ year }: { year: OfficeYear }) => {
  const t = useText();
  if (useMay('calendar.manage')) return <EnteredDays key={year.year} year={year} />;
  return (
    <Card title={t('organisation.entered')}>
      <DayRows days={year.entered} label={t('organisation.entered')} none={t('organisation.entered-none')} />
    </Card>
  );
};

const yearOf = (text: string): number => {
  const year = Number(text);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : Number(officeToday().slice(0, 4));
};

/** Days off and make-up days of a year: as published, and as this office entered them. */
const CalendarPage = () => {
  const t = useText();
  const [chosen, setChosen] = useAddressValue('year');
  const year = yearOf(chosen);
  const days = useCall(getOfficeYear, { params: { year } });
  return (
    <Page
      title={`${t('organisation.calendar')} ${t('organisation.year', { year })}`}
      subtitle={t('organisation.calendar-why')}
      width="narrow"
      actions={<YearSwitch year={year} onYear={(next) => setChosen(String(next))} />}
    >
      {days.isPending && <Loading lines={6} />}
      {days.isError && <Failed error={days.error} retry={days.refetch} />}
      {days.data && (
        <>
          {!days.data.known && <Notice>{t('organisation.year-unknown', { year })}</Notice>}
          <Entered year={days.data} />
          <Published year={days.data} />
        </>
      )}
    </Page>
  );
};

export default CalendarPage;
