import i18next from 'i18next';
import { useCallback, useSyncExternalStore } from 'react';
import type { Catalogue, Language, Messages } from './pages.ts';

/** The product's words. Keys are flat: a dot is part of the key. */
const words = i18next.createInstance();
void words.init({
  lng: 'zh',
  fallbackLng: 'zh',
  keySeparator: false,
  nsSeparator: false,
  resources: {},
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
} as Parameters<typeof words.init>[0]);

const known: Messages[] = [];
const listeners = new Set<() => void>();
let edition = 0;

const changed = () => {
  edition += 1;
  for (const listener of listeners) listener();
};

const bring = async (messages: Messages, language: Language): Promise<void> => {
  const given = messages[language];
  const catalogue: Catalogue = typeof given === 'function' ? (await given()).default : given;
  words.addResourceBundle(language, 'translation', catalogue, true, true);
};

/** Adds a module's words; what is there at once is usable at once. */
export const addMessages = (messages: Messages): void => {
  known.push(messages);
  for (const language of ['zh', 'en'] as const) {
    const given = messages[language];
    if (typeof given !== 'function') words.addResourceBundle(language, 'translation', given, true, true);
  }
};

export const currentLanguage = (): Language => (words.language === 'en' ? 'en' : 'zh');

/** Brings a language's words, then shows them everywhere. */
export const changeLanguage = async (language: Language): Promise<void> => {
  await Promise.all(known.map((messages) => bring(messages, language)));
  await words.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  changed();
};

type Values = Readonly<Record<string, string | number>>;
export type Say = (key: string, values?: Values) => string;

/** For code outside components. */
export const say: Say = (key, values) => words.t(key, { ...values });

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The words of the language in use: `const t = useText(); t('meetings.none', { n: 3 })`. */
export const useText = (): Say => {
  const now = useSyncExternalStore(subscribe, () => edition);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function for each language redraws memoised children
  return useCallback((key, values) => say(key, values), [now]);
};

/** The language in use, for names that come in two languages. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);
