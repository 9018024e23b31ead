import { call } from '#platform/contract/call.ts';
import type { Language } from '#platform/ui/pages.ts';
import { getOutboxKey, listActivities, listElements } from '../../contract.ts';
import { keepFacts } from './store.ts';

/** Once a page is enough: what is kept changes with a new version of the product. */
let done: Language | null = null;

/**
 * While there is a network: keeps the page for entries on the phone, and what it needs to take them. A
 * browser that can keep nothing works as before, with a network only.
 */
export const prepareOffline = async (language: Language): Promise<void> => {
  if (done === language || !('serviceWorker' in navigator) || !('indexedDB' in globalThis)) return;
  done = language;
  try {
    const [key, activities, elements, words] = await Promise.all([
      call(getOutboxKey),
      call(listActivities),
      call(listElements),
      language === 'en' ? import('../messages-en.ts') : null,
    ]);
    const asked = new Set(activities.flatMap((one) => one.elements.map(({ element }) => element)));
    await keepFacts({
      ...key,
      activities,
      elements: elements.filter(({ code }) => asked.has(code)),
      ...(words ? { words: words.default } : {}),
    });
    const worker = await navigator.serviceWorker.register('/offline.js');
    (worker.active ?? worker.waiting ?? worker.installing)?.postMessage('refresh');
  } catch {
    done = null;
  }
};
