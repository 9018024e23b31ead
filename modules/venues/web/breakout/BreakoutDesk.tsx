import { useState } from 'react';
import { useText } from '#platform/ui/text.ts';
import {
  type Breakout,
  divide,
  freshId,
  type GroupDraft,
  groupOf,
  mostGroups,
} from '../../domain/breakout.ts';
import { hall } from '../../domain/state.ts';
import type { Tracks } from '../media/use-tracks.ts';
import { isThere, type Tile } from '../parts/branches.ts';
import type { PanelProps } from '../parts/QueuePanel.tsx';
import { GroupClock } from './GroupClock.tsx';
import { GroupPlan } from './GroupPlan.tsx';
import { GroupStage } from './GroupStage.tsx';
import './breakout.css';

export interface BreakoutDeskProps extends PanelProps {
  readonly tiles: readonly Tile[];
  readonly tracks: Tracks;
  /** Back to the tiles; the division stays. */
  readonly close: () => void;
}

const sizes = [2, 3, 4, 5, 6, 8];
const lengths = [10, 15, 20, 30];
const none: readonly GroupDraft[] = [];

/** Adds minutes to what is left of the clock. */
const longer = ({ until }: Breakout, now: number, minutes: number): number =>
  Math.min(240, Math.max(1, Math.ceil((until === null ? 0 : (Date.parse(until) - now) / 60_000) + minutes)));

/** Dividing in one tap or by hand, and beginning. */
const Planning = ({ view, state, act, tiles, close }: BreakoutDeskProps) => {
  const t = useText();
  const groups = state.breakout?.groups ?? none;
  const [minutes, setMinutes] = useState<number | null>(15);
  const divided = groups.some(({ venues }) => venues.length > 0);
  const deal = (n: number) =>
    act({
      kind: 'groups',
      groups: divide(
        view.venues.map(({ id, online }) => ({ id, online })),
        n,
        (place) => groups[place]?.name ?? t('venues.group-n', { n: place + 1 }),
      ),
    });
  return (
    <>
      <fieldset className="venue-buttons">
        <legend className="venue-quiet">{t('venues.groups-into')}</legend>
        {sizes
          .filter((n) => n <= tiles.length)
          .map((n) => (
            <button
              key={n}
              type="button"
              className="venue-do"
              aria-pressed={groups.length === n}
              onClick={() => deal(n)}
            >
              {t('venues.groups-n', { n })}
            </button>
          ))}
        {groups.length > 0 && groups.length < mostGroups && (
          <button
            type="button"
            className="venue-do"
            onClick={() =>
              act({
                kind: 'groups',
                groups: [
                  ...groups,
                  { id: freshId(groups), name: t('venues.group-n', { n: groups.length + 1 }), venues: [] },
                ],
              })
            }
          >
            {t('venues.groups-more')}
          </button>
        )}
        {groups.length > 0 && (
          <button type="button" className="venue-do" onClick={() => act({ kind: 'groups', groups: null })}>
            {t('venues.groups-clear')}
          </button>
        )}
        <button type="button" className="venue-do" onClick={close}>
          {t('venues.groups-close')}
        </button>
      </fieldset>
      {groups.length > 0 && (
        <p className="venue-buttons">
          <label>
            {t('venues.groups-for')}{' '}
            <select
              value={minutes ?? ''}
              onChange={({ target }) => setMinutes(target.value === '' ? null : Number(target.value))}
            >
              {lengths.map((n) => (
                <option key={n} value={n}>
                  {t('venues.minutes', { n })}
                </option>
              ))}
              <option value="">{t('venues.groups-endless')}</option>
            </select>
          </label>
          <button
            type="button"
            className="venue-do venue-do-main"
            disabled={!divided}
            onClick={() => act({ kind: 'groups-open', minutes })}
          >
            {t('venues.groups-open')}
          </button>
        </p>
      )}
    </>
  );
};

/** While they sit in groups: the clock, and calling everybody back. */
const Running = ({ breakout, now, act }: { breakout: Breakout } & Pick<PanelProps, 'now' | 'act'>) => {
  const t = useText();
  return (
    <p className="venue-buttons">
      <GroupClock breakout={breakout} now={now} />
      <button
        type="button"
        className="venue-do"
        onClick={() => act({ kind: 'groups-clock', minutes: longer(breakout, now, 5) })}
      >
        {t('venues.groups-longer')}
      </button>
      {breakout.until !== null && (
        <button
          type="button"
          className="venue-do"
          onClick={() => act({ kind: 'groups-clock', minutes: null })}
        >
          {t('venues.groups-endless')}
        </button>
      )}
      <button type="button" className="venue-do venue-do-main" onClick={() => act({ kind: 'groups-back' })}>
        {t('venues.groups-back')}
      </button>
    </p>
  );
};

/** The console's middle for groups (分组讨论): dividing, beginning, who asks for help, visiting, calling back. */
export const BreakoutDesk = (props: BreakoutDeskProps) => {
  const { view, state, now, act, tiles, tracks } = props;
  const t = useText();
  const { breakout } = state;
  const visited = groupOf(state, hall);
  const there = new Set(tiles.filter(isThere).map(({ id }) => id));
  const divideAnew = (groups: readonly GroupDraft[]) =>
    act({ kind: 'groups', groups: groups.map(({ id, name, venues }) => ({ id, name, venues })) });
  return (
    <section className="venue-group-desk" aria-label={t('venues.groups')}>
      {breakout?.open ? <Running breakout={breakout} now={now} act={act} /> : <Planning {...props} />}
      {breakout?.open && visited && (
        <div className="venue-group-visit">
          <GroupStage view={view} breakout={breakout} group={visited} tracks={tracks} now={now} />
        </div>
      )}
      {breakout ? (
        <GroupPlan
          breakout={breakout}
          venues={view.venues}
          there={there}
          now={now}
          act={act}
          divide={divideAnew}
        />
      ) : (
        <p className="venue-quiet">{t('venues.groups-help')}</p>
      )}
    </section>
  );
};
