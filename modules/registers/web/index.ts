import type { Messages, PageEntry } from '#platform/ui/pages.ts';
import { zh } from './messages-zh.ts';

const read = 'residents.read';
const change = 'registers.change';
const imports = 'residents.import';

export const pages: readonly PageEntry[] = [
  {
    path: '/residents',
    titleKey: 'registers.residents',
    permission: read,
    menu: { group: 'work', order: 30 },
    load: () => import('./ResidentsPage.tsx'),
  },
  {
    path: '/residents/import',
    titleKey: 'registers.import',
    permission: imports,
    load: () => import('./ImportResidentsPage.tsx'),
  },
  {
    path: '/residents/new',
    titleKey: 'registers.new-resident',
    permission: change,
    load: () => import('./NewResidentPage.tsx'),
  },
  {
    path: '/residents/duplicates',
    titleKey: 'registers.duplicates',
    permission: 'registers.merge',
    load: () => import('./DuplicatesPage.tsx'),
  },
  {
    path: '/residents/$id',
    titleKey: 'registers.resident',
    permission: read,
    load: () => import('./ResidentPage.tsx'),
  },
  {
    path: '/households',
    titleKey: 'registers.households',
    permission: read,
    load: () => import('./HouseholdsPage.tsx'),
  },
  {
    path: '/households/import',
    titleKey: 'registers.import-households',
    permission: imports,
    load: () => import('./ImportHouseholdsPage.tsx'),
  },
  {
    path: '/households/new',
    titleKey: 'registers.new-household',
    permission: change,
    load: () => import('./NewHouseholdPage.tsx'),
  },
  {
    path: '/households/$id',
    titleKey: 'registers.household',
    permission: read,
    load: () => import('./HouseholdPage.tsx'),
  },
  {
    path: '/premises',
    titleKey: 'registers.premises',
    permission: read,
    load: () => import('./PremisesPage.tsx'),
  },
  {
    path: '/premises/import',
    titleKey: 'registers.import-premises',
    permission: imports,
    load: () => import('./ImportPremisesPage.tsx'),
  },
  {
    path: '/premises/new',
    titleKey: 'registers.new-premises',
    permission: change,
    load: () => import('./NewPremisesPage.tsx'),
  },
  {
    path: '/organisations',
    titleKey: 'registers.organisation',
    permission: read,
    load: () => import('./OrganisationsPage.tsx'),
  },
  {
    path: '/organisations/import',
    titleKey: 'registers.import-organisation',
    permission: imports,
    load: () => import('./ImportOrganisationsPage.tsx'),
  },
  {
    path: '/organisations/new',
    titleKey: 'registers.new-organisation',
    permission: change,
    load: () => import('./NewOrganisationPage.tsx'),
  },
  {
    path: '/places/$id',
    titleKey: 'registers.place',
    permission: read,
    load: () => import('./PlacePage.tsx'),
  },
];

export const messages: Messages = { zh, en: () => import('./messages-en.ts') };

export { ResidentSearch } from './ResidentSearch.tsx';
export { doorOf } from './ResidentWords.tsx';
export type { ResidentPartProps } from './resident-parts.ts';
export { addResidentPart } from './resident-parts.ts';
