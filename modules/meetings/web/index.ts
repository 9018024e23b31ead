import type { Messages, PageEntry } from '#platform/ui/pages.ts';
import { zh } from './messages-zh.ts';

export const pages: readonly PageEntry[] = [
  {
    path: '/meetings',
    titleKey: 'meetings.title',
    permission: 'meetings.read',
    menu: { group: 'meetings', order: 10, phone: true },
    load: () => import('./MeetingsPage.tsx'),
  },
  {
    path: '/meetings/request',
    titleKey: 'meetings.request',
    permission: 'meetings.request',
    menu: { group: 'meetings', order: 20 },
    load: () => import('./RequestFormPage.tsx'),
  },
  {
    path: '/meetings/requests/$id',
    titleKey: 'meetings.request-one',
    permission: 'meetings.read',
    load: () => import('./RequestPage.tsx'),
  },
  {
    path: '/meetings/approvals',
    titleKey: 'meetings.approvals',
    permission: 'meetings.approve',
    menu: { group: 'meetings', order: 15, phone: true, labelKey: 'meetings.approvals-menu' },
    load: () => import('./ApprovalsPage.tsx'),
  },
  {
    path: '/meetings/arrange',
    titleKey: 'meetings.arrange',
    permission: 'meetings.arrange',
    menu: { group: 'meetings', order: 30, phone: true },
    load: () => import('./ArrangePage.tsx'),
  },
  {
    path: '/meetings/rules',
    titleKey: 'meetings.rules',
    permission: 'meetings.read',
    menu: { group: 'meetings', order: 40 },
    load: () => import('./RulesPage.tsx'),
  },
  {
    path: '/sittings/$id',
    titleKey: 'meetings.sitting',
    permission: 'meetings.read',
    load: () => import('./SittingPage.tsx'),
  },
];

export const messages: Messages = { zh, en: () => import('./messages-en.ts') };

/** For Today: the next sitting with its one button, and what waits for this person. */
export { NextSittingCard } from './NextSittingCard.tsx';
export { TodayMeetings } from './TodayMeetings.tsx';
