import '#platform/ui/look.ts';
import './shell/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { prepareWith, withCode } from '#platform/ui/address.ts';
import { applyPreferences, preferences } from '#platform/ui/preferences.ts';
import { addMessages } from '#platform/ui/text.ts';
import { preparePage } from './page-code.ts';
import { messages } from './pages.ts';
import { createSessionQueries, prefetchSession } from './session.ts';
import { Root } from './shell/Root.tsx';

/** What usually is here already is waited for, so that the first thing drawn is the page and not its absence. */
const patienceMs = 100;

const begin = async (place: HTMLElement): Promise<void> => {
  for (const words of messages) addMessages(words);
  const queries = createSessionQueries();
  prepareWith(preparePage);
  const ready = Promise.all([
    applyPreferences(preferences()),
    preparePage(location.pathname),
    prefetchSession(queries),
  ]).catch(() => undefined);
  await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Router aroundNav={withCode}>
          <Root />
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
};

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
void begin(place);
