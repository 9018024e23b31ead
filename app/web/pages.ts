import { messages as uiMessages } from '#platform/ui/messages.ts';
import type { Messages, PageEntry } from '#platform/ui/pages.ts';
import { messages as shellMessages } from './messages.ts';

/** Each module's entries, found when the app is built; their pages stay chunks of their own. */
const modulePages = import.meta.glob<readonly PageEntry[]>('../../modules/*/web/index.ts', {
  eager: true,
  import: 'pages',
});
const moduleMessages = import.meta.glob<Messages>('../../modules/*/web/index.ts', {
  eager: true,
  import: 'messages',
});

const own: readonly PageEntry[] = [
  {
    path: '/',
    titleKey: 'app.today',
    menu: { group: 'work', order: 0, phone: true },
    load: () => import('./today/TodayPage.tsx'),
  },
  {
    path: '/mine',
    titleKey: 'app.mine',
    load: () => import('./mine/MinePage.tsx'),
  },
];

export const pages: readonly PageEntry[] = [...own, ...Object.values(modulePages).flat()];
export const messages: readonly Messages[] = [uiMessages, shellMessages, ...Object.values(moduleMessages)];
