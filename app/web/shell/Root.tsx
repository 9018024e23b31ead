import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { MeContext } from '#platform/ui/me.ts';
import { mayOpen, type PageEntry } from '#platform/ui/pages.ts';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { useSession } from '../session.ts';
import { antdTheme } from '../theme/load.ts';
import { Forbidden } from './Forbidden.tsx';
import { NewVersion } from './NewVersion.tsx';
import { OfficeFrame } from './OfficeFrame.tsx';
import { Offline } from './Offline.tsx';
import { SignedOut } from './SignedOut.tsx';
import { ToSignIn } from './ToSignIn.tsx';

/** antd's theme around pages that use it; it came with the page's own code. */
const Contents = ({ page }: { page: PageEntry | undefined }) => {
  const Theme = page && !page.light ? antdTheme() : null;
  return Theme ? (
    <Theme>
      <Outlet />
    </Theme>
  ) : (
    <Outlet />
  );
};

/** Lets in who is signed in and may see the page; everybody else learns what to do. */
const Guarded = ({ page }: { page: PageEntry | undefined }) => {
  const session = useSession();
  if (session.isPending) return <Waiting />;
  if (session.isError) return <Unreachable error={session.error} retry={session.refetch} />;
  const me = session.data;
  if (me === null) return <ToSignIn />;
  const allowed = page === undefined || mayOpen(page, me.permissions);
  const contents = allowed ? <Contents page={page} /> : <Forbidden />;
  return (
    <MeContext value={me}>
      {(page?.frame ?? 'office') === 'office' ? (
        <OfficeFrame>{contents}</OfficeFrame>
      ) : (
        <main id="main">{contents}</main>
      )}
      <SignedOut me={me} />
    </MeContext>
  );
};

const Waiting = () => (
  <main id="main" className="qz-page qz-page-phone">
    <Loading lines={4} />
  </main>
);

const Unreachable = ({ error, retry }: { error: Error; retry: () => unknown }) => (
  <main id="main" className="qz-page qz-page-phone">
    <Failed error={error} retry={retry} />
  </main>
);

/** What stands around every page: the way past the menu, the network's state, the frame. */
export const Root = () => {
  const t = useText();
  const page = useMatches({ select: (matches) => matches.at(-1)?.staticData.page });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // Before the page's own title, which says more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a page, not once a language
  useLayoutEffect(() => {
    document.title = page ? `${t(page.titleKey)} · ${t('ui.product')}` : t('ui.product');
    document.documentElement.dataset.frame = page?.frame ?? 'office';
  }, [page, path]);
  return (
    <>
      <a href="#main" className="qz-skip">
        {t('app.skip')}
      </a>
      <Offline />
      <NewVersion />
      {page?.public ? (
        <main id="main">
          <Contents page={page} />
        </main>
      ) : (
        <Guarded page={page} />
      )}
    </>
  );
};
