/** How often a page that is looked at asks; screens in the hall stay open for days. */
const everyMs = 10 * 60_000;

/** The scripts an index page names: their names carry the hash of their contents. */
export const entryOf = (html: string): string | null =>
  [...html.matchAll(/<script[^>]+src="(\/assets\/[^"]+\.js)"/g)].map(([, name]) => name).join(' ') || null;

const isNewer = async (): Promise<boolean> => {
  const here = entryOf(document.head.innerHTML);
  if (here === null) return false;
  const answer = await fetch('/', { cache: 'no-cache' });
  const there = answer.ok ? entryOf(await answer.text()) : null;
  return there !== null && there !== here;
};

/** Tells once when the server serves a newer app than this page runs; a lost connection is asked again later. */
export const watchVersion = (tell: () => void): (() => void) => {
  let last = Date.now();
  const look = () => {
    if (document.visibilityState !== 'visible' || Date.now() - last < everyMs) return;
    last = Date.now();
    isNewer().then(
      (newer) => newer && tell(),
      () => undefined,
    );
  };
  const timer = setInterval(look, everyMs);
  document.addEventListener('visibilitychange', look);
  // A chunk that is gone: the server was updated under this page.
  addEventListener('vite:preloadError', tell);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('vite:preloadError', tell);
  };
};
