import type { Messages, PageEntry } from '#platform/ui/pages.ts';
import { zh } from './messages-zh.ts';

export const pages: readonly PageEntry[] = [
  {
    path: '/organisation',
    titleKey: 'organisation.title',
    permission: 'organisation.read',
    menu: { group: 'office', order: 10 },
    load: () => import('./OrganisationPage.tsx'),
  },
  {
    path: '/organisation/import',
    titleKey: 'organisation.import',
    permission: 'organisation.manage',
    load: () => import('./ImportPage.tsx'),
  },
  {
    path: '/office-calendar',
    titleKey: 'organisation.calendar',
    permission: 'organisation.read',
    menu: { group: 'office', order: 20 },
    load: () => import('./CalendarPage.tsx'),
  },
];

export const messages: Messages = { zh, en: () => import('./messages-en.ts') };
