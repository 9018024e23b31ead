import { useText } from '#platform/ui/text.ts';
import type { VenuesView } from '../../contract.ts';
import type { VenueState } from '../../domain/state.ts';
import { nameOf } from './branches.ts';
import { sinceThen, startWords } from './clock.ts';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** `议题二 垃圾分类进楼组`, or null before the first item. */
const itemWords = (
  view: VenuesView,
  item: string | null,
  t: (key: string, values?: Record<string, string | number>) => string,
): { name: string; title: string; minutes: number } | null => {
  const place = view.sitting.items.findIndex(({ id }) => id === item);
  const found = view.sitting.items[place];
  if (!found) return null;
  const name = t('venues.item', { n: place + 1, zh: numerals[place] ?? place + 1 });
  return { name, title: found.title, minutes: found.minutes };
};

export interface AgendaLineProps {
  readonly view: VenuesView;
  readonly state: VenueState;
  readonly now: number;
}

/** The item with its clock, and who waits to speak. */
export const AgendaLine = ({ view, state, now }: AgendaLineProps) => {
  const t = useText();
  const item = itemWords(view, state.item, t);
  const over = item && state.itemSince && now - Date.parse(state.itemSince) > item.minutes * 60_000;
  const notice = state.notice?.to === null ? state.notice.text : null;
  if (state.phase === 'ended') return null;
  return (
    <div className="venue-agenda">
      <div className="venue-agenda-item">
        <p className="venue-agenda-title">
          {item
            ? `${item.name}　${item.title}`
            : state.phase === 'running'
              ? t('venues.running')
              : view.sitting.startsAt
                ? t('venues.starts-at', { at: startWords(view.sitting.startsAt, now) })
                : t('venues.waiting')}
        </p>
        {notice ? (
          <p className="venue-agenda-notice">{notice}</p>
        ) : (
          item && (
            <p>
              <b className={over ? 'venue-over' : ''}>{sinceThen(state.itemSince, now)}</b> / {item.minutes}
              :00
            </p>
          )
        )}
      </div>
      {state.queue.length > 0 && (
        <div className="venue-agenda-queue">
          <p>{t('venues.queue')}</p>
          <p>
            {state.queue.slice(0, 3).map(({ venue, since }) => (
              <b key={venue}>
                {nameOf(view, venue, t('venues.hall'))} {sinceThen(since, now)}
              </b>
            ))}
            {state.queue.length > 3 && <span>{t('venues.more', { n: state.queue.length - 3 })}</span>}
          </p>
        </div>
      )}
    </div>
  );
};
