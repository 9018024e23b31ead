import type { Messages, PageEntry } from '#platform/ui/pages.ts';
import { zh } from './messages-zh.ts';

export const pages: readonly PageEntry[] = [
  {
    path: '/ledgers',
    titleKey: 'ledgers.ledgers',
    permission: 'ledgers.read',
    menu: { group: 'ledgers', order: 10, phone: true },
    load: () => import('./LedgersPage.tsx'),
  },
  {
    path: '/ledgers/exports',
    titleKey: 'ledgers.export.mine',
    permission: 'ledgers.export',
    load: () => import('./ExportsPage.tsx'),
  },
  {
    path: '/ledgers/forms',
    titleKey: 'ledgers.forms',
    permission: 'ledgers.design',
    load: () => import('./forms/FormsPage.tsx'),
  },
  {
    path: '/ledgers/forms/$id',
    titleKey: 'ledgers.forms.one',
    permission: 'ledgers.design',
    load: () => import('./forms/FormPage.tsx'),
  },
  {
    path: '/ledgers/new',
    titleKey: 'ledgers.design.new',
    permission: 'ledgers.design',
    load: () => import('./design/DesignPage.tsx'),
  },
  {
    path: '/ledgers/$id/design',
    titleKey: 'ledgers.design',
    permission: 'ledgers.design',
    load: () => import('./design/DesignPage.tsx'),
  },
  {
    path: '/ledgers/$id/file',
    titleKey: 'ledgers.own',
    permission: 'ledgers.design',
    load: () => import('./TemplatePage.tsx'),
  },
  {
    path: '/ledgers/$id',
    titleKey: 'ledgers.one',
    permission: 'ledgers.read',
    load: () => import('./LedgerPage.tsx'),
  },
  {
    path: '/ledgers/$id/cells/$column',
    titleKey: 'ledgers.cell',
    permission: 'ledgers.read',
    load: () => import('./CellPage.tsx'),
  },
];

export const messages: Messages = { zh, en: () => import('./messages-en.ts') };
