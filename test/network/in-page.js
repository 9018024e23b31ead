/**
 * Runs in a page before its own scripts, beside `test/journeys/in-page.js`, which knows the page's connections:
 * what a screen gets over its line. Plain script, because it is not part of any program of ours.
 */
(() => {
  /** As on a network that does not know the relay: media go straight to the engine or not at all. */
  const withoutRelay = (settings) => (sessionStorage.qzNoRelay ? { ...settings, iceServers: [] } : settings);
  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct: (target, [settings, ...more]) => {
      const peer = new target(withoutRelay(settings), ...more);
      // The relay may be named later too.
      const set = peer.setConfiguration.bind(peer);
      peer.setConfiguration = (later) => set(withoutRelay(later));
      return peer;
    },
  });

  const open = () => window.qzScreen.peers.filter((peer) => peer.connectionState !== 'closed');

  /** The way media take: `udp`, `tcp`, or `tls` through the relay; null while there is none. */
  const wayOf = (stats) => {
    const all = [...stats.values()];
    const transport = all.find(({ type }) => type === 'transport');
    const pair = all.find(({ id }) => id === transport?.selectedCandidatePairId);
    const local = all.find(({ id }) => id === pair?.localCandidateId);
    if (!local) return null;
    return local.candidateType === 'relay' ? `relay-${local.relayProtocol}` : local.protocol;
  };

  const soundOf = (stat) => ({
    /** Samples made up because the real ones had not come, without those made up in silence. */
    concealed: stat.concealedSamples - stat.silentConcealedSamples,
    samples: stat.totalSamplesReceived,
    energy: stat.totalAudioEnergy,
    lost: stat.packetsLost,
    received: stat.packetsReceived,
    bytes: stat.bytesReceived,
  });

  const pictureOf = (stat) => ({
    track: stat.trackIdentifier,
    frames: stat.framesDecoded ?? 0,
    frozen: stat.totalFreezesDuration ?? 0,
    freezes: stat.freezeCount ?? 0,
    height: stat.frameHeight ?? 0,
    lost: stat.packetsLost,
    received: stat.packetsReceived,
    bytes: stat.bytesReceived,
  });

  /** The camera's layers that go out, by height: `180 120 kbit/s`. */
  const outOf = (stat) => ({
    height: stat.frameHeight ?? 0,
    bytes: stat.bytesSent ?? 0,
    active: stat.active,
  });

  const line = async () => {
    const found = { sounds: [], pictures: [], out: [], ways: [], rtt: null, at: Date.now() };
    for (const peer of open()) {
      const stats = await peer.getStats();
      const way = wayOf(stats);
      if (way) found.ways.push(way);
      for (const stat of stats.values()) {
        if (stat.type === 'inbound-rtp' && stat.kind === 'audio') found.sounds.push(soundOf(stat));
        if (stat.type === 'inbound-rtp' && stat.kind === 'video') found.pictures.push(pictureOf(stat));
        if (stat.type === 'outbound-rtp' && stat.kind === 'video') found.out.push(outOf(stat));
        if (stat.type === 'candidate-pair' && stat.nominated && stat.currentRoundTripTime !== undefined)
          found.rtt = stat.currentRoundTripTime;
      }
    }
    return found;
  };

  /** The statistics' name of the track that a picture on the page shows. */
  const trackOf = (name) =>
    [...document.querySelectorAll('video[data-picture]')]
      .find((video) => video.dataset.picture === name)
      ?.srcObject?.getVideoTracks()[0]?.id ?? null;

  window.qzLine = { line, trackOf };
})();
