import type { Messages, PageEntry } from '#platform/ui/pages.ts';
import { zh } from './messages-zh.ts';

export const pages: readonly PageEntry[] = [
  {
    path: '/residents',
    titleKey: 'registers.residents',
    permission: 'residents.read',
    menu: { group: 'work', order: 30 },
    load: () => import('./ResidentsPage.tsx'),
  },
  {
    path: '/residents/import',
    titleKey: 'registers.import',
    permission: 'residents.import',
    load: () => import('./ImportPage.tsx'),
  },
  {
    path: '/residents/$id',
    titleKey: 'registers.resident',
    permission: 'residents.read',
    load: () => import('./ResidentPage.tsx'),
  },
];

export const messages: Messages = { zh, en: () => import('./messages-en.ts') };

export { ResidentSearch } from './ResidentSearch.tsx';
export type { ResidentPartProps } from './resident-parts.ts';
export { addResidentPart } from './resident-parts.ts';
