import { addResidentPart } from '#modules/registers/web';
import type { Messages, PageEntry } from '#platform/ui/pages.ts';
import { zh } from './messages-zh.ts';

export const pages: readonly PageEntry[] = [
  {
    path: '/record',
    titleKey: 'records.record',
    permission: 'records.enter',
    menu: { group: 'work', order: 10 },
    load: () => import('./EntryPage.tsx'),
  },
  {
    path: '/record/batch',
    titleKey: 'records.batch',
    permission: 'records.enter',
    load: () => import('./BatchPage.tsx'),
  },
  {
    path: '/records',
    titleKey: 'records.records',
    permission: 'records.enter',
    menu: { group: 'work', order: 20, phone: true, labelKey: 'records.short' },
    load: () => import('./RecordsPage.tsx'),
  },
  {
    path: '/records/$id',
    titleKey: 'records.one',
    permission: 'records.enter',
    load: () => import('./RecordPage.tsx'),
  },
];

export const messages: Messages = { zh, en: () => import('./messages-en.ts') };

addResidentPart(() => import('./RecordsOfResident.tsx'));

/** For the page without a network: its English words were kept when there was one. */
export const offlineMessages: Messages = {
  zh,
  en: async () => {
    const { readFacts } = await import('./outbox/store.ts');
    const words = (await readFacts().catch(() => undefined))?.words;
    return words ? { default: words } : import('./messages-en.ts');
  },
};

export { OfflinePage } from './outbox/OfflinePage.tsx';
export { RecordButton } from './RecordButton.tsx';
export { RecordedToday } from './RecordedToday.tsx';
