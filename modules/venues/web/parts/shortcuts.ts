import { useEffect, useRef } from 'react';
import type { ControlAct } from '../../domain/acts.ts';
import type { VenueState } from '../../domain/state.ts';

/** What a key does at the console, or null. Documented on the screen by `ShortcutHelp`. */
export const actOfKey = (key: string, state: VenueState): ControlAct | null => {
  if (/^[1-9]$/.test(key)) {
    const hand = state.queue[Number(key) - 1];
    return hand ? { kind: 'grant', venue: hand.venue } : null;
  }
  if (key === '0') return state.floor === null ? null : { kind: 'return' };
  if (key === ' ') return state.next === null ? null : { kind: 'take' };
  if (key === 'm' || key === 'M') return { kind: 'mute-all' };
  if (key === 'l' || key === 'L')
    return { kind: 'layout', layout: state.layout === 'speaker' ? 'questioner' : 'speaker' };
  return null;
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
