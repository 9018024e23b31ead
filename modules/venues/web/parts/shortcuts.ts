import { useEffect, useRef } from 'react';
import type { ControlAct } from '../../domain/acts.ts';
import { hall, type Layout, type ShownDocument, type VenueState } from '../../domain/state.ts';

/** What a key does at the console, or null. The screen lists the keys (`venues.keys`). */
export const actOfKey = (key: string, state: VenueState): ControlAct | null => {
  if (/^[1-9]$/.test(key)) {
    const hand = state.queue[Number(key) - 1];
    return hand ? { kind: 'grant', venue: hand.venue } : null;
  }
  if (key === '0') return state.floor === null ? null : { kind: 'return' };
  if (state.document && pageKeys[key] !== undefined) return turn(state.document, pageKeys[key]);
  if (key === ' ') return state.next === null ? null : { kind: 'take' };
  return actOfLetter(key.toLowerCase(), state);
};

/** Layouts a key goes through; a shared screen is chosen by whose it is. */
const inTurn: readonly Layout[] = ['questioner', 'speaker', 'gallery'];

/** As a presenter's remote sends them, and the arrows. */
const pageKeys: Readonly<Record<string, 1 | -1>> = {
  PageDown: 1,
  ArrowRight: 1,
  PageUp: -1,
  ArrowLeft: -1,
};

const turn = ({ id, page, pages }: ShownDocument, by: 1 | -1): ControlAct | null =>
  page + by < 1 || page + by > pages ? null : { kind: 'document', document: id, page: page + by };

const actOfLetter = (letter: string, state: VenueState): ControlAct | null => {
  switch (letter) {
    case 'm':
      return { kind: 'mute-all' };
    case 'h':
      return { kind: 'take', venue: hall };
    case 'd':
      return state.next === null || state.next === hall ? null : { kind: 'grant', venue: state.next };
    case 'p':
      return { kind: 'auto', auto: state.auto === 'patrol' ? null : 'patrol' };
    case 'v':
      return { kind: 'auto', auto: state.auto === 'voice' ? null : 'voice' };
    case 'l': {
      const place = inTurn.indexOf(state.layout);
      return { kind: 'layout', layout: inTurn[(place + 1) % inTurn.length] ?? 'questioner' };
    }
    default:
      return null;
  }
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);

/** Hears the console's keys, but never while somebody types or holds Ctrl. */
export const useShortcuts = (state: VenueState | null, act: (act: ControlAct) => void): void => {
  const latest = useRef({ state, act });
  latest.current = { state, act };
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { state: now, act: send } = latest.current;
      const meant = now && actOfKey(event.key, now);
      if (!meant) return;
      // Space would also press the button that has the focus.
      event.preventDefault();
      send(meant);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
};
