import type { Messages, PageEntry } from '#platform/ui/pages.ts';
import { zh } from './zh.ts';

export { SmallCalls } from './small/SmallCalls.tsx';

export const pages: readonly PageEntry[] = [
  {
    path: '/sittings/$id/wall',
    titleKey: 'venues.wall',
    permission: 'venues.watch',
    frame: 'wall',
    load: () => import('./WallPage.tsx'),
  },
  {
    path: '/sittings/$id/branch',
    titleKey: 'venues.branch',
    permission: 'venues.join',
    frame: 'wall',
    load: () => import('./BranchPage.tsx'),
  },
  {
    path: '/sittings/$id/console',
    titleKey: 'venues.console',
    permission: 'venues.control',
    frame: 'wall',
    load: () => import('./ConsolePage.tsx'),
  },
  {
    path: '/sittings/$id/hall',
    titleKey: 'venues.hall-camera',
    permission: 'venues.control',
    frame: 'wall',
    load: () => import('./HallPage.tsx'),
  },
  {
    path: '/sittings/$id/check',
    titleKey: 'venues.check',
    permission: 'venues.join',
    frame: 'wall',
    load: () => import('./CheckPage.tsx'),
  },
  {
    path: '/sittings/$id/quality',
    titleKey: 'venues.quality',
    permission: 'venues.control',
    load: () => import('./QualityPage.tsx'),
  },
  {
    path: '/sittings/$id/roll',
    titleKey: 'venues.roll',
    permission: 'venues.watch',
    load: () => import('./RollPage.tsx'),
  },
  {
    path: '/sittings/$id/outline',
    titleKey: 'venues.outline',
    permission: 'venues.watch',
    load: () => import('./OutlinePage.tsx'),
  },
  {
    path: '/sittings/$id/documents',
    titleKey: 'venues.documents',
    permission: 'venues.documents',
    load: () => import('./DocumentsPage.tsx'),
  },
  {
    path: '/sittings/$id/recordings',
    titleKey: 'venues.recordings',
    permission: 'venues.recordings',
    load: () => import('./RecordingsPage.tsx'),
  },
  {
    path: '/recorder',
    titleKey: 'venues.recorder',
    frame: 'wall',
    public: true,
    load: () => import('./RecorderPage.tsx'),
  },
  {
    path: '/meet',
    titleKey: 'venues.small',
    permission: 'meetings.call',
    load: () => import('./MeetPage.tsx'),
  },
  {
    path: '/meet/$id',
    titleKey: 'venues.small',
    permission: 'meetings.read',
    frame: 'wall',
    load: () => import('./SmallMeetingPage.tsx'),
  },
  {
    path: '/here',
    titleKey: 'venues.here',
    frame: 'bare',
    public: true,
    load: () => import('./HerePage.tsx'),
  },
  {
    path: '/screen',
    titleKey: 'venues.screen',
    frame: 'wall',
    public: true,
    load: () => import('./ScreenPage.tsx'),
  },
  {
    path: '/screens',
    titleKey: 'venues.screens',
    permission: 'venues.pair',
    menu: { group: 'meetings', order: 50 },
    load: () => import('./ScreensPage.tsx'),
  },
];

export const messages: Messages = {
  zh,
  en: async () => ({ default: (await import('./en.ts')).en }),
};
