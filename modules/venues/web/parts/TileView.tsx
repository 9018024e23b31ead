import { memo } from 'react';
import { useText } from '#platform/ui/text.ts';
import { isThere, type Tile } from './branches.ts';
import { Picture } from './Picture.tsx';

export interface TileViewProps {
  readonly tile: Tile;
  readonly track: MediaStreamTrack | null;
}

/** One branch: its picture, and under it its name and how it stands. */
export const TileView = memo(({ tile, track }: TileViewProps) => {
  const t = useText();
  const { id, name, people, vote, standing } = tile;
  const there = isThere(tile);
  const words =
    vote !== null
      ? vote
      : standing === 'there'
        ? people === null
          ? ''
          : t('venues.people', { n: people })
        : t(`venues.is-${standing}`);
  return (
    <>
      <span className="venue-tile-picture">
        {there && !track && <span className="venue-no-picture">{t('venues.no-picture')}</span>}
        <Picture track={there ? track : null} name={`tile:${id}`} label={name} />
      </span>
      <span className="venue-tile-words">
        <span className="venue-tile-name">{name}</span>
        <span className="venue-tile-standing">{words}</span>
      </span>
    </>
  );
});
