/** What a page hears: a topic's data, or null data with `resync`: something may have been missed. */
export type Hear = (topic: string, data: unknown) => void;

/** Pages that open and close at once should not reopen the connection for each. */
const settleMs = 30;
/** After the server ended the stream for good (signed out, restarted behind a proxy). */
const retryMs = 3_000;

const hearers = new Map<string, Set<Hear>>();
let source: EventSource | null = null;
let opened = '';
let settle: ReturnType<typeof setTimeout> | undefined;

const tell = (topic: string, data: unknown) => {
  for (const hear of [...(hearers.get(topic) ?? [])]) hear(topic, data);
};

const resync = () => {
  for (const hear of new Set([...hearers.values()].flatMap((set) => [...set]))) hear('resync', null);
};

const close = () => {
  source?.close();
  source = null;
  opened = '';
};

/** One connection for all topics on the page: browsers allow six to a server over HTTP/1.1. */
const connect = () => {
  const topics = [...hearers.keys()].sort();
  const wanted = topics.join(',');
  if (wanted === opened && source) return;
  // A page already listening may miss what happens between the two connections.
  const gap = source !== null;
  close();
  if (topics.length === 0) return;
  const mine = new EventSource(`/api/live?topics=${encodeURIComponent(wanted)}`);
  source = mine;
  opened = wanted;
  let openedBefore = gap;
  mine.onopen = () => {
    if (openedBefore) resync();
    openedBefore = true;
  };
  mine.onerror = () => {
    if (mine.readyState !== EventSource.CLOSED || source !== mine) return;
    close();
    setTimeout(connect, retryMs);
  };
  mine.addEventListener('resync', resync);
  for (const topic of topics)
    mine.addEventListener(topic, (event) => tell(topic, JSON.parse((event as MessageEvent<string>).data)));
};

const soon = () => {
  clearTimeout(settle);
  settle = setTimeout(connect, settleMs);
};

/** Hears topics until the returned function is called. */
export const hearTopics = (topics: readonly string[], hear: Hear): (() => void) => {
  for (const topic of topics) hearers.set(topic, (hearers.get(topic) ?? new Set()).add(hear));
  soon();
  return () => {
    for (const topic of topics) {
      hearers.get(topic)?.delete(hear);
      if (hearers.get(topic)?.size === 0) hearers.delete(topic);
    }
    soon();
  };
};
