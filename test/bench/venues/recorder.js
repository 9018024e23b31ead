/**
 * Runs in a page before its own scripts: when each picture showed its first frame, what comes in. Stands
 * beside `test/journeys/in-page.js`, which knows the page's connections.
 * Plain script, because it is not part of any program of ours.
 */
(() => {
  const seen = new WeakSet();
  const firsts = [];
  const look = () => {
    for (const video of document.querySelectorAll('video[data-picture]')) {
      if (seen.has(video)) continue;
      seen.add(video);
      const name = video.dataset.picture;
      video.requestVideoFrameCallback(() => firsts.push({ name, at: Date.now() }));
    }
  };
  const watch = () => {
    look();
    new MutationObserver(look).observe(document.documentElement, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-picture'],
    });
  };
  if (document.documentElement) watch();
  else document.addEventListener('readystatechange', watch, { once: true });

  /** Totals of all pictures coming in. */
  const incoming = async () => {
    const sum = { tracks: 0, decoded: 0, frozen: 0, lost: 0, received: 0 };
    for (const peer of window.qzScreen.peers) {
      if (peer.connectionState === 'closed') continue;
      for (const stat of (await peer.getStats()).values()) {
        if (stat.type !== 'inbound-rtp') continue;
        sum.lost += stat.packetsLost;
        sum.received += stat.packetsReceived;
        if (stat.kind !== 'video' || !stat.framesDecoded) continue;
        sum.tracks += 1;
        sum.decoded += stat.framesDecoded;
        sum.frozen += stat.totalFreezesDuration ?? 0;
      }
    }
    return sum;
  };

  /** When this screen asked for its way in, by the clock of Date.now(). */
  const askedAt = () => {
    const entry = performance.getEntriesByType('resource').find(({ name }) => name.includes('/tickets/'));
    return entry ? performance.timeOrigin + entry.startTime : null;
  };

  window.qzBench = { firsts, incoming, askedAt };
})();
