import { useText } from '#platform/ui/text.ts';
import type { VenuesView } from '../../contract.ts';
import { isThere, type Tile } from './branches.ts';

export interface FirstMinuteProps {
  readonly view: VenuesView;
  readonly tiles: readonly Tile[];
  readonly hallThere: boolean;
}

const Step = ({ done, children }: { done: boolean; children: string }) => (
  <li className={done ? 'venue-step-done' : ''}>
    <span aria-hidden="true">{done ? '✓' : '○'}</span> {children}
  </li>
);

/** Names that fit a glance; the rest is a figure. */
const fewest = 8;

/** Before the sitting begins: what is left to do, and whom to telephone. */
export const FirstMinute = ({ view, tiles, hallThere }: FirstMinuteProps) => {
  const t = useText();
  const missing = tiles.filter((tile) => !isThere(tile));
  return (
    <section className="venue-panel venue-first" aria-label={t('venues.before')}>
      <h2>{t('venues.before')}</h2>
      <ol>
        <Step done={hallThere}>{t(hallThere ? 'venues.hall-there' : 'venues.step-camera')}</Step>
        <Step done={missing.length === 0 && tiles.length > 0}>
          {t('venues.step-venues', { online: tiles.length - missing.length, all: tiles.length })}
        </Step>
        <Step done={false}>{t('venues.step-start')}</Step>
      </ol>
      {missing.length > 0 && view.video && (
        <p className="venue-quiet">
          {t('venues.missing')}
          {missing
            .slice(0, fewest)
            .map(({ name }) => name)
            .join('、')}
          {missing.length > fewest && t('venues.more', { n: missing.length - fewest })}
        </p>
      )}
      <p className="venue-quiet">{t('venues.step-then')}</p>
    </section>
  );
};
