declare global {
  /** Answers asked for before the page's code was here, by address; each is taken once. */
  var qzEarly: Map<string, Promise<Response>> | undefined;
}

// Nothing is early once the shell is here: an answer begun now would be taken by a page much later.
globalThis.qzEarly ??= new Map();

/** Fetches, unless the answer is on its way already; what failed early is asked for again. */
export const earlyFetch: typeof fetch = async (address, init) => {
  const early = globalThis.qzEarly?.get(String(address));
  globalThis.qzEarly?.delete(String(address));
  const answer = await early?.catch(() => undefined);
  return answer ?? fetch(address, init);
};
