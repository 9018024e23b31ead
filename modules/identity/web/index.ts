import type { Messages, PageEntry } from '#platform/ui/pages.ts';
import { zh } from './messages-zh.ts';

export const pages: readonly PageEntry[] = [
  {
    path: '/sign-in',
    titleKey: 'identity.sign-in',
    frame: 'bare',
    public: true,
    load: () => import('./SignInPage.tsx'),
  },
  {
    path: '/claim',
    titleKey: 'identity.welcome',
    frame: 'bare',
    public: true,
    load: () => import('./ClaimPage.tsx'),
  },
  {
    path: '/account',
    titleKey: 'identity.account',
    load: () => import('./AccountPage.tsx'),
  },
  {
    path: '/accounts',
    titleKey: 'identity.accounts',
    permission: 'accounts.manage',
    menu: { group: 'office', order: 30 },
    load: () => import('./AccountsPage.tsx'),
  },
  {
    path: '/audit',
    titleKey: 'identity.audit',
    permission: 'audit.read',
    menu: { group: 'office', order: 40 },
    load: () => import('./AuditPage.tsx'),
  },
];

export const messages: Messages = { zh, en: () => import('./messages-en.ts') };

export { ReadingChoices } from './ReadingChoices.tsx';
/** Also signs in over a page whose session ended. */
export { SignInForm } from './SignInForm.tsx';
