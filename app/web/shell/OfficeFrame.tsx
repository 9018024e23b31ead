import type { ReactNode } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { Go } from '#platform/ui/go.tsx';
import { useMe } from '#platform/ui/me.ts';
import { useMedia } from '#platform/ui/media.ts';
import { useText } from '#platform/ui/text.ts';
import { type MenuEntry, menuOf, phoneBarOf } from '../menu.ts';
import { pages } from '../pages.ts';

/** The entry the present page stands under: the longest address that begins it. */
const currentOf = (entries: readonly MenuEntry[], path: string): string =>
  entries
    .map((entry) => entry.path)
    .filter((one) => path === one || (one !== '/' && path.startsWith(`${one}/`)))
    .sort((a, b) => b.length - a.length)[0] ?? '';

const Entry = ({ entry, current }: { entry: MenuEntry; current: boolean }) => {
  const t = useText();
  return (
    <Go to={entry.path} className="qz-menu-entry" {...(current ? { 'aria-current': 'page' as const } : {})}>
      {t(entry.labelKey)}
    </Go>
  );
};

const Side = ({ path }: { path: string }) => {
  const t = useText();
  const me = useMe();
  const groups = menuOf(pages, me.permissions);
  const current = currentOf(
    groups.flatMap(({ entries }) => entries),
    path,
  );
  return (
    <nav className="qz-side qz-no-print" aria-label={t('app.menu')}>
      <div className="qz-brand">{t('ui.product')}</div>
      {groups.map(({ group, entries }) => (
        <ul key={group} className="qz-menu-group" aria-label={t(`app.group.${group}`)}>
          {entries.map((entry) => (
            <li key={entry.path}>
              <Entry entry={entry} current={entry.path === current} />
            </li>
          ))}
        </ul>
      ))}
      <Go
        to="/mine"
        className="qz-menu-me"
        {...(path === '/mine' ? { 'aria-current': 'page' as const } : {})}
      >
        <strong>{me.name}</strong>
        <span>{me.committee?.name ?? me.department?.name ?? me.subdistrict.name}</span>
      </Go>
    </nav>
  );
};

const Bar = ({ path }: { path: string }) => {
  const t = useText();
  const me = useMe();
  const entries = [...phoneBarOf(pages, me.permissions), { path: '/mine', labelKey: 'app.mine' }];
  const current = currentOf(entries, path);
  return (
    <nav className="qz-bar qz-no-print" aria-label={t('app.menu')}>
      {entries.map((entry) => (
        <Entry key={entry.path} entry={entry} current={entry.path === current} />
      ))}
    </nav>
  );
};

const wide = '(min-width: 900px)';

/** The office's frame: words at the left on a PC, a bar at the bottom of a phone. */
export const OfficeFrame = ({ children }: { children: ReactNode }) => {
  const path = usePathname();
  const isWide = useMedia(wide);
  return (
    <div className="qz-frame">
      {isWide && <Side path={path} />}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {!isWide && <Bar path={path} />}
    </div>
  );
};
