import '#platform/ui/look.ts';
import './shell/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyPreferences, preferences } from '#platform/ui/preferences.ts';
import { addMessages } from '#platform/ui/text.ts';
import { messages } from './pages.ts';
import { createOfficeRouter } from './router.tsx';
import { createSessionQueries } from './session.ts';

for (const words of messages) addMessages(words);
await applyPreferences(preferences());

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={createSessionQueries()}>
      <RouterProvider router={createOfficeRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);
