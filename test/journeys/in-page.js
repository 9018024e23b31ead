/**
 * Runs in a page before its own scripts: what a screen really shows and hears, for tests to ask.
 * Plain script, because it is not part of any program of ours.
 */
(() => {
  const peers = [];
  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct: (target, given) => {
      const peer = new target(...given);
      peers.push(peer);
      return peer;
    },
  });

  const pictures = () => [...document.querySelectorAll('video[data-picture]')];

  /** Decoded frames of each picture on the page, by the picture's name. */
  const frames = () =>
    Object.fromEntries(
      pictures().map((video) => [video.dataset.picture, video.getVideoPlaybackQuality().totalVideoFrames]),
    );

  /** A coarse print of one picture as it stands on the screen. */
  const print = (name) => {
    const video = pictures().find((one) => one.dataset.picture === name);
    if (!video) return '';
    const canvas = document.createElement('canvas');
    canvas.width = 32;
    canvas.height = 18;
    const context = canvas.getContext('2d');
    context.drawImage(video, 0, 0, 32, 18);
    return [...context.getImageData(0, 0, 32, 18).data].filter((_, at) => at % 4 === 0).join();
  };

  /** Energy of all sound received so far by connections that are open. */
  const sound = async () => {
    let energy = 0;
    for (const peer of peers) {
      if (peer.connectionState === 'closed') continue;
      for (const stat of (await peer.getStats()).values())
        if (stat.type === 'inbound-rtp' && stat.kind === 'audio') energy += stat.totalAudioEnergy ?? 0;
    }
    return energy;
  };

  /** The colour in the middle of the document's page as this screen shows it. */
  const pageColour = () => {
    const image = document.querySelector('[data-document] img');
    if (!image?.naturalWidth) return [];
    const context = document.createElement('canvas').getContext('2d');
    context.drawImage(image, image.naturalWidth / 2, image.naturalHeight / 2, 1, 1, 0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };

  /** What a player shows and plays now: a print of its picture, where it is, how long, how loud. */
  const played = async () => {
    const video = document.querySelector('video');
    const context = document.createElement('canvas').getContext('2d');
    context.drawImage(video, 0, 0, 64, 36);
    const heard = new AudioContext();
    const analyser = heard.createAnalyser();
    heard.createMediaStreamSource(video.captureStream()).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let loud = 0;
    for (let look = 0; look < 10; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      analyser.getFloatTimeDomainData(samples);
      loud = Math.max(loud, ...samples.map(Math.abs));
    }
    await heard.close();
    const print = context.getImageData(0, 0, 64, 36).data.join();
    return { print, at: video.currentTime, length: video.duration, loud };
  };
  const play = () => document.querySelector('video').play();

  window.qzScreen = { peers, frames, print, sound, pageColour, played, play };
})();
