import '#platform/ui/look.ts';
import { createRoot } from 'react-dom/client';
import { OfflinePage, offlineMessages } from '#modules/records/web';
import { applyPreferences, preferences } from '#platform/ui/preferences.ts';
import { addMessages } from '#platform/ui/text.ts';

/** The page a phone shows when there is no network: it stands alone, with no session and nothing to ask a server. */
const begin = async (place: HTMLElement): Promise<void> => {
  addMessages(offlineMessages);
  // English words that were not kept leave the Chinese ones.
  await applyPreferences(preferences()).catch(() => undefined);
  createRoot(place).render(<OfflinePage />);
};

const place = document.getElementById('app');
if (place) void begin(place);
