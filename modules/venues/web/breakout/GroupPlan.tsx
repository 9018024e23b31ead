import { useState } from 'react';
import { useText } from '#platform/ui/text.ts';
import type { BranchVenue } from '../../contract.ts';
import type { Breakout, Group, GroupDraft } from '../../domain/breakout.ts';
import type { Venue } from '../../domain/state.ts';
import { sinceThen } from '../parts/clock.ts';
import type { PanelProps } from '../parts/QueuePanel.tsx';

export interface GroupPlanProps {
  readonly breakout: Breakout;
  readonly venues: readonly BranchVenue[];
  readonly there: ReadonlySet<Venue>;
  readonly now: number;
  readonly act: PanelProps['act'];
  readonly divide: (groups: readonly GroupDraft[]) => void;
}

/** A name typed is kept when the field is left, so that half a name is on nobody's screen. */
const GroupName = ({ group, rename }: { group: Group; rename: (name: string) => void }) => {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      aria-label={t('venues.group-name')}
      value={typed ?? group.name}
      maxLength={20}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed !== null && typed.trim() !== '' && typed.trim() !== group.name) rename(typed.trim());
        setTyped(null);
      }}
    />
  );
};

/** Every group with its venues. One is chosen; a tap on a venue puts it there, a second takes it out. */
export const GroupPlan = ({ breakout, venues, there, now, act, divide }: GroupPlanProps) => {
  const t = useText();
  const { groups, open, visiting } = breakout;
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = groups.some(({ id }) => id === picked) ? picked : (groups[0]?.id ?? null);
  const put = (venue: Venue) =>
    divide(
      groups.map((group) => {
        const rest = group.venues.filter((one) => one !== venue);
        const joins = group.id === chosen && rest.length === group.venues.length;
        return { ...group, venues: joins ? [...rest, venue] : rest };
      }),
    );
  const rename = (id: string, name: string) =>
    divide(groups.map((group) => (group.id === id ? { ...group, name } : group)));
  const chip = ({ id, name }: Pick<BranchVenue, 'id' | 'name'>) => (
    <button
      key={id}
      type="button"
      data-chip={id}
      className={there.has(id) ? 'venue-group-chip' : 'venue-group-chip venue-group-away'}
      onClick={() => put(id)}
    >
      {name}
    </button>
  );
  const inNone = venues.filter(({ id }) => !groups.some((group) => group.venues.includes(id)));
  return (
    <div className="venue-group-cards">
      {groups.map((group) => (
        <section
          key={group.id}
          className={`venue-group-card ${group.help ? 'venue-group-asks' : ''} ${chosen === group.id ? 'venue-group-chosen' : ''}`}
          aria-label={group.name}
        >
          <p className="venue-buttons">
            <input
              type="radio"
              name="venue-group"
              aria-label={t('venues.group-choose', { name: group.name })}
              checked={chosen === group.id}
              onChange={() => setPicked(group.id)}
            />
            <GroupName group={group} rename={(name) => rename(group.id, name)} />
            {open && (
              <button
                type="button"
                className={group.help ? 'venue-do venue-do-main' : 'venue-do'}
                aria-pressed={visiting === group.id}
                onClick={() => act({ kind: 'groups-visit', group: visiting === group.id ? null : group.id })}
              >
                {t(visiting === group.id ? 'venues.group-leave' : 'venues.group-visit')}
              </button>
            )}
          </p>
          {group.help && (
            <p className="venue-buttons">
              <b>{t('venues.group-asks', { time: sinceThen(group.help, now) })}</b>
              <button
                type="button"
                className="venue-do"
                onClick={() => act({ kind: 'groups-helped', group: group.id })}
              >
                {t('venues.group-helped')}
              </button>
            </p>
          )}
          <p className="venue-group-chips">
            {venues.filter(({ id }) => group.venues.includes(id)).map(chip)}
          </p>
        </section>
      ))}
      {inNone.length > 0 && (
        <section className="venue-group-card" aria-label={t('venues.group-none')}>
          <p className="venue-quiet">{t('venues.group-none')}</p>
          <p className="venue-group-chips">{inNone.map(chip)}</p>
        </section>
      )}
    </div>
  );
};
