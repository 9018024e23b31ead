import { useState } from 'react';
import { useText } from '#platform/ui/text.ts';
import type { VenuesView } from '../../contract.ts';
import { sinceThen } from './clock.ts';
import type { PanelProps } from './QueuePanel.tsx';

/** The agenda: the current item with its clock; a tap goes to another. */
export const AgendaPanel = ({ view, state, now, act }: PanelProps) => {
  const t = useText();
  return (
    <section className="venue-panel venue-items" aria-label={t('venues.agenda')}>
      <h2>{t('venues.agenda')}</h2>
      <ol>
        {view.sitting.items.map(({ id, title, minutes }, place) => (
          <li key={id}>
            <button
              type="button"
              className="venue-item"
              aria-current={state.item === id ? 'step' : undefined}
              onClick={() => act({ kind: 'item', item: id })}
            >
              <span>
                {place + 1}　{title}
              </span>
              <span>
                {state.item === id && <b>{sinceThen(state.itemSince, now)} / </b>}
                {t('venues.minutes', { n: minutes })}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** A line of text to all venues, or to the one made ready. */
export const NoticePanel = ({ view, state, act }: Pick<PanelProps, 'view' | 'state' | 'act'>) => {
  const t = useText();
  const [text, setText] = useState('');
  const [to, setTo] = useState('');
  const venues: VenuesView['venues'] = view.venues;
  return (
    <section className="venue-panel" aria-label={t('venues.notice')}>
      <form
        className="venue-notice"
        onSubmit={(event) => {
          event.preventDefault();
          act({ kind: 'notice', to: to === '' ? null : to, text: text.trim() });
          setText('');
        }}
      >
        <select aria-label={t('venues.notice-to')} value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">{t('venues.notice-all')}</option>
          {venues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <input
          aria-label={t('venues.notice')}
          placeholder={state.notice?.text ?? t('venues.notice')}
          value={text}
          maxLength={60}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="venue-do">
          {text.trim() === '' && state.notice ? t('venues.notice-clear') : t('venues.notice-send')}
        </button>
      </form>
    </section>
  );
};
