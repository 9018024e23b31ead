import { Suspense, useState } from 'react';
import { ParamsContext } from '#platform/ui/go.tsx';
import type { PageEntry } from '#platform/ui/pages.ts';
import type { Match } from '../match.ts';
import { componentOf } from '../page-code.ts';
import { antdTheme } from '../theme/load.ts';
import { Boundary } from './Boundary.tsx';
import { Missing } from './Missing.tsx';
import { Waiting } from './Waiting.tsx';

const Opened = ({ page }: { page: PageEntry }) => {
  // Kept for as long as the page is shown: another component would lose what was typed.
  const [Page] = useState(() => componentOf(page));
  return <Page />;
};

/** antd's theme around pages that use it; it came with the page's own code. */
const Themed = ({ page }: { page: PageEntry }) => {
  const Theme = page.light ? null : antdTheme();
  return Theme ? (
    <Theme>
      <Opened page={page} />
    </Theme>
  ) : (
    <Opened page={page} />
  );
};

/** The page at an address; another address, even of the same page, begins afresh. */
export const PageView = ({ match, path }: { match: Match<PageEntry> | null; path: string }) => {
  if (match === null) return <Missing />;
  return (
    <ParamsContext value={match.params}>
      <Boundary key={path}>
        <Suspense fallback={<Waiting />}>
          <Themed page={match.page} />
        </Suspense>
      </Boundary>
    </ParamsContext>
  );
};
