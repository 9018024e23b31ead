import { Suspense, useState } from 'react';
import { ParamsContext } from '#platform/ui/go.tsx';
import type { PageEntry } from '#platform/ui/pages.ts';
import type { Match } from '../match.ts';
import { componentOf } from '../page-code.ts';
import { Boundary } from './Boundary.tsx';
import { Missing } from './Missing.tsx';
import { Waiting } from './Waiting.tsx';

const Opened = ({ page }: { page: PageEntry }) => {
  // Kept for as long as the page is shown: another component would lose what was typed.
  const [Page] = useState(() => componentOf(page));
  return <Page />;
};

/** The page at an address; another address, even of the same page, begins afresh. */
export const PageView = ({ match, path }: { match: Match<PageEntry> | null; path: string }) => {
  if (match === null) return <Missing />;
  return (
    <ParamsContext value={match.params}>
      <Boundary key={path}>
        <Suspense fallback={<Waiting />}>
          <Opened page={match.page} />
        </Suspense>
      </Boundary>
    </ParamsContext>
  );
};
