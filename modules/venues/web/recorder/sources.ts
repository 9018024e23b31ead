/** Videos that play tracks without being seen, one a track, let go when the track is shown no more. */
export const createVideos = () => {
  const playing = new Map<MediaStreamTrack, HTMLVideoElement>();
  return {
    of: (track: MediaStreamTrack | null): HTMLVideoElement | null => {
      if (!track) return null;
      const known = playing.get(track);
      if (known) return known;
      const video = document.createElement('video');
      video.muted = true;
      video.playsInline = true;
      video.srcObject = new MediaStream([track]);
      void video.play().catch(() => undefined);
      playing.set(track, video);
      return video;
    },
    keepOnly: (tracks: ReadonlySet<MediaStreamTrack>): void => {
      for (const [track, video] of playing) {
        if (tracks.has(track)) continue;
        video.srcObject = null;
        playing.delete(track);
      }
    },
  };
};

/** One sound of all that are let through, for the recorder; silence while there are none. */
export const createMix = () => {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const mixed = new Map<MediaStreamTrack, () => void>();

  const add = (track: MediaStreamTrack): (() => void) => {
    const stream = new MediaStream([track]);
    // Chromium lets a remote track's sound flow only when an element plays it.
    const pump = new Audio();
    pump.muted = true;
    pump.srcObject = stream;
    void pump.play().catch(() => undefined);
    const source = context.createMediaStreamSource(stream);
    source.connect(out);
    return () => {
      source.disconnect();
      pump.srcObject = null;
    };
  };

  return {
    track: out.stream.getAudioTracks()[0] as MediaStreamTrack,
    set: (tracks: ReadonlySet<MediaStreamTrack>): void => {
      for (const [track, drop] of mixed) {
        if (tracks.has(track)) continue;
        drop();
        mixed.delete(track);
      }
      for (const track of tracks) if (!mixed.has(track)) mixed.set(track, add(track));
    },
  };
};

/** The page of a document as it is shown now; the last one stays until the next has come. */
export const createPages = (fetchPage: (document: string, page: number) => Promise<string | null>) => {
  let wanted = '';
  let shown: HTMLImageElement | null = null;
  return {
    of: (document: string, page: number): HTMLImageElement | null => {
      const name = `${document} ${page}`;
      if (name !== wanted) {
        wanted = name;
        void fetchPage(document, page).then((address) => {
          if (address === null || name !== wanted) return;
          const image = new Image();
          image.onload = () => {
            if (name === wanted) shown = image;
          };
          image.src = address;
        });
      }
      return shown;
    },
    none: (): void => {
      wanted = '';
      shown = null;
    },
  };
};
