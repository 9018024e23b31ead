import { showSitting } from '#modules/meetings/contract';
import { Button, ButtonLink } from '#platform/ui/Buttons.tsx';
import { Facts, Section } from '#platform/ui/Card.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { formatLongDay, formatSpan, formatTime } from '#platform/ui/format.ts';
import { useParam } from '#platform/ui/go.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { readRoll, readVenueLog, readVenues, type VenueRoll, type VenuesView } from '../contract.ts';
import { type OutlineLine, type OutlinePart, outlineOf } from '../domain/outline.ts';
import { standings } from '../domain/roll.ts';
import { nameOf } from './parts/branches.ts';
import './screens.css';

const minutesOf = (from: string, until: string): number =>
  Math.max(1, Math.round((Date.parse(until) - Date.parse(from)) / 60_000));

/** One line of what happened, with its time. */
const Line = ({ view, line }: { view: VenuesView; line: OutlineLine }) => {
  const t = useText();
  const name = (venue: string) => nameOf(view, venue, t('venues.hall'));
  if (line.kind === 'speech')
    return (
      <li>
        {formatSpan(line.at, line.until)} <b>{name(line.venue)}</b>{' '}
        {t('venues.spoke', { n: minutesOf(line.at, line.until) })}
        <span className="venue-write" />
      </li>
    );
  if (line.kind === 'notice')
    return (
      <li>
        {formatTime(line.at)}{' '}
        {t('venues.noticed', {
          to: line.venue === null ? t('venues.notice-all') : name(line.venue),
          text: line.text,
        })}
      </li>
    );
  if (line.kind === 'record')
    return (
      <li>
        {formatTime(line.at)} {t(line.on ? 'venues.outline-record' : 'venues.outline-record-stop')}
      </li>
    );
  if (line.kind === 'document')
    return (
      <li>
        {formatTime(line.at)} {t('venues.outline-document', line)}
      </li>
    );
  return (
    <li>
      {formatTime(line.at)} {t('venues.poll-result', { question: line.question })} —{' '}
      {line.results.map(({ choice, votes }) => `${choice} ${votes}`).join('，')}
    </li>
  );
};

const Part = ({ view, part }: { view: VenuesView; part: OutlinePart }) => {
  const t = useText();
  const place = view.sitting.items.findIndex(({ id }) => id === part.item);
  const item = view.sitting.items[place];
  return (
    <Section
      title={item ? `${place + 1}. ${item.title}` : t('venues.outside-agenda')}
      extra={`${formatSpan(part.from, part.until)} · ${t('venues.minutes', { n: minutesOf(part.from, part.until) })}`}
    >
      {part.lines.length === 0 ? (
        <p className="venue-write" />
      ) : (
        <ol className="venue-outline">
          {part.lines.map((line) => (
            <Line key={`${line.kind} ${line.at}`} view={view} line={line} />
          ))}
        </ol>
      )}
    </Section>
  );
};

/** Who was there, venue by venue, as the roll-call has it. */
const Present = ({ roll }: { roll: readonly VenueRoll[] }) => {
  const t = useText();
  const there = roll.filter(
    ({ minutes, people, named }) => minutes > 0 || (people ?? 0) > 0 || named.length > 0,
  );
  const absent = roll.filter((one) => !there.includes(one));
  return (
    <Section title={t('venues.present')}>
      <ul className="venue-outline venue-present">
        {there.map(({ venue, people, named }) => (
          <li key={venue.id}>
            <b>{venue.name}</b> {people !== null && t('venues.people', { n: people })}{' '}
            {standings
              .map((standing) => named.filter((one) => one.standing === standing))
              .filter((some) => some.length > 0)
              .map(
                (some) =>
                  `${t(`venues.standing-${some[0]?.standing}`)} ${some.map(({ name }) => name).join('、')}`,
              )
              .join('；')}
          </li>
        ))}
      </ul>
      {absent.length > 0 && (
        <p>
          {t('venues.absent')}
          {absent.map(({ venue }) => venue.name).join('、')}
        </p>
      )}
    </Section>
  );
};

/** The outline of the minutes (纪要提纲), printed from the switching log; what was said is written in by hand. */
const OutlinePage = () => {
  const t = useText();
  const id = useParam('id');
  const params = { params: { id } };
  const view = useCall(readVenues, params);
  const log = useCall(readVenueLog, params);
  const roll = useCall(readRoll, params);
  const sitting = useCall(showSitting, params);
  const error = [view, log, roll].find((one) => one.isError)?.error;
  const title = view.data?.sitting.title ?? '';
  const outline = view.data && log.data ? outlineOf(log.data.events, view.data.now) : null;
  return (
    <Page
      title={t('venues.outline')}
      subtitle={title}
      back={{ to: `/sittings/${id}`, label: t('venues.sitting') }}
      width="narrow"
      actions={
        <span className="qz-no-print qz-actions">
          <ButtonLink to={`/sittings/${id}/roll`}>{t('venues.roll')}</ButtonLink>
          <Button kind="main" onClick={() => window.print()}>
            {t('venues.print')}
          </Button>
        </span>
      }
    >
      {error && <Failed error={error} />}
      {!error && !outline && <Loading lines={6} />}
      {outline?.from === null && <Empty>{t('venues.outline-none')}</Empty>}
      {view.data && roll.data && outline?.from && (
        <>
          <Facts
            facts={[
              [
                t('venues.outline-time'),
                `${formatLongDay(outline.from)} ${formatTime(outline.from)}–${outline.until ? formatTime(outline.until) : ''}`,
              ],
              [t('venues.outline-place'), sitting.data?.place || t('venues.hall')],
            ]}
          />
          <Present roll={roll.data} />
          {outline.parts.map((part) => (
            <Part key={part.from} view={view.data} part={part} />
          ))}
        </>
      )}
    </Page>
  );
};

export default OutlinePage;
