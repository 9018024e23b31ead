import { useSyncExternalStore } from 'react';
import { callSettings } from '#platform/contract/call.ts';
import type { Language } from './pages.ts';
import { changeLanguage } from './text.ts';

/** How somebody wants to read; kept on the device, and with the account once signed in. */
export interface Preferences {
  readonly language: Language;
  readonly elderMode: boolean;
}

const place = 'qz.preferences';
const usual: Preferences = { language: 'zh', elderMode: false };
const listeners = new Set<() => void>();

const read = (): Preferences => {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>;
    return { language: kept.language === 'en' ? 'en' : 'zh', elderMode: kept.elderMode === true };
  } catch {
    return usual;
  }
};

let now: Preferences | null = null;

export const preferences = (): Preferences => {
  now ??= read();
  return now;
};

/** Keeps the choice on this device; a browser that keeps nothing still follows it until closed. */
export const keepPreferences = (next: Preferences): void => {
  now = next;
  document.documentElement.dataset.elder = String(next.elderMode);
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // Storage is forbidden or full: the choice holds until the page is closed.
  }
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences);
export const useElderMode = (): boolean => usePreferences().elderMode;

/** Chooses how the product is read, on this device, at once: text size, words, the language of refusals. */
export const applyPreferences = async (next: Preferences): Promise<void> => {
  keepPreferences(next);
  callSettings.language = next.language === 'zh' ? 'zh-CN' : 'en';
  callSettings.unreachable =
    next.language === 'zh' ? '没有网络，请稍后再试' : 'No network. Please try again shortly.';
  await changeLanguage(next.language);
};
