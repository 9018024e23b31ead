import { useLayoutEffect, useMemo } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { MeContext } from '#platform/ui/me.ts';
import { mayOpen, type PageEntry } from '#platform/ui/pages.ts';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { type Match, matchPage } from '../match.ts';
import { pages } from '../pages.ts';
import { useSession } from '../session.ts';
import { Forbidden } from './Forbidden.tsx';
import { NewVersion } from './NewVersion.tsx';
import { OfficeFrame } from './OfficeFrame.tsx';
import { Offline } from './Offline.tsx';
import { PageView } from './PageView.tsx';
import { SignedOut } from './SignedOut.tsx';
import { ToSignIn } from './ToSignIn.tsx';
import { Waiting } from './Waiting.tsx';

interface Shown {
  match: Match<PageEntry> | null;
  path: string;
}

/** Lets in who is signed in and may see the page; everybody else learns what to do. */
const Guarded = ({ match, path }: Shown) => {
  const session = useSession();
  if (session.isPending)
    return (
      <main id="main">
        <Waiting />
      </main>
    );
  // Who was known stays known while the server is away: a wall that nobody touches must not lose its page.
  if (session.isError && !session.data)
    return (
      <main id="main" className="qz-page qz-page-narrow">
        <Failed error={session.error} retry={session.refetch} />
      </main>
    );
  const me = session.data ?? null;
  if (me === null) return <ToSignIn />;
  const allowed = match === null || mayOpen(match.page, me.permissions);
  const contents = allowed ? <PageView match={match} path={path} /> : <Forbidden />;
  return (
    <MeContext value={me}>
      {(match?.page.frame ?? 'office') === 'office' ? (
        <OfficeFrame>{contents}</OfficeFrame>
      ) : (
        <main id="main">{contents}</main>
      )}
      <SignedOut me={me} />
    </MeContext>
  );
};

/** What stands around every page: the way past the menu, the network's state, the frame. */
export const Root = () => {
  const t = useText();
  const path = usePathname();
  const match = useMemo(() => matchPage(pages, path), [path]);
  const page = match?.page;
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
          <PageView match={match} path={path} />
        </main>
      ) : (
        <Guarded match={match} path={path} />
      )}
    </>
  );
};
