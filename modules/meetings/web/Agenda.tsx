import type { ReactNode } from 'react';
import { formatSpan } from '#platform/ui/format.ts';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import type { AgendaItem, NeededPart } from '../contract.ts';
import { sayPosts } from './words.ts';
import './meetings.css';

const tones = 6;

/** One tone a department, in the order they come. */
const tonesOf = (items: readonly AgendaItem[]): ReadonlyMap<string, string> =>
  new Map(
    [...new Set(items.map(({ department }) => department.id))].map((id, at) => [id, `mt-tone-${at % tones}`]),
  );

/** `民政办 · 王敏`; a department that presents itself is named once. */
const sayFrom = ({ department, presenter }: AgendaItem): string =>
  [...new Set([department.name, presenter])].join(' · ');

/** The agenda drawn to scale, then in words with each item's minutes. */
export const Agenda = ({
  items,
  actions,
}: {
  items: readonly AgendaItem[];
  actions?: (item: AgendaItem, at: number) => ReactNode;
}) => {
  const t = useText();
  const tone = tonesOf(items);
  return (
    <>
      <div className="mt-scale" aria-hidden="true">
        {items.map(({ id, department, minutes }) => (
          <div key={id} className={`mt-block ${tone.get(department.id)}`} style={{ flexGrow: minutes }}>
            {department.name} {minutes}
          </div>
        ))}
      </div>
      <ol className="mt-agenda">
        {items.map((item, at) => (
          <li key={item.id}>
            <span className={`mt-edge ${tone.get(item.department.id)}`} aria-hidden="true" />
            <span className="mt-words">
              <span className="mt-clock">{formatSpan(item.from, item.until)}</span>
              <span className="mt-item">
                <strong>{item.title}</strong>{' '}
                <Tag tone={item.kind === 'read_out' ? 'look' : 'plain'}>
                  {t(`meetings.kind-${item.kind}`)}
                </Tag>
                <br />
                <span className="qz-detail">
                  {sayFrom(item)} · {t('meetings.minutes', { n: item.minutes })}
                </span>
              </span>
            </span>
            {actions && <span className="mt-item-actions">{actions(item, at)}</span>}
          </li>
        ))}
      </ol>
    </>
  );
};

const share = (from: string, until: string, part: string): number =>
  ((Date.parse(part) - Date.parse(from)) / (Date.parse(until) - Date.parse(from))) * 100;

/** Who is there when: one bar a part of the audience, on the scale of the whole sitting. */
export const Parts = ({
  parts,
  from,
  until,
}: {
  parts: readonly NeededPart[];
  from: string;
  until: string;
}) => {
  const t = useText();
  if (parts.length === 0) return <p className="qz-detail">{t('meetings.calls-nobody')}</p>;
  return (
    <ul className="mt-parts">
      {parts.map((part) => (
        <li key={`${part.from} ${part.until} ${part.posts.join()} ${part.cadres}`}>
          <span className="mt-track" aria-hidden="true">
            <span
              className="mt-bar"
              style={{
                marginLeft: `${share(from, until, part.from)}%`,
                width: `${share(from, until, part.until) - share(from, until, part.from)}%`,
              }}
            />
          </span>
          {sayPosts(t, part.posts)} {t('meetings.people', { n: part.cadres })}{' '}
          <span className="qz-detail">{formatSpan(part.from, part.until)}</span>
        </li>
      ))}
    </ul>
  );
};
