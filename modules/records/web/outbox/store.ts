import type { Activity, Element, OutboxDraft } from '../../contract.ts';
import type { Sealed } from '../../domain/outbox.ts';
import { seal } from '../../domain/seal.ts';

/** An entry that waits for a network. */
export interface Waiting extends Sealed {
  readonly account: string;
  readonly madeAt: string;
}

/** What the page needs to take entries without a network; nothing of it is about anybody. */
export interface OfflineFacts {
  readonly account: string;
  readonly committee: string | null;
  readonly publicKey: string;
  readonly activities: readonly Activity[];
  readonly elements: readonly Element[];
  /** The page's words in English, where it is read so: without a network they cannot be fetched. */
  readonly words?: Readonly<Record<string, string>>;
}

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('qz-outbox', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('waiting', { keyPath: 'clientId' });
      request.result.createObjectStore('facts');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Done only once the browser says that it is on the disk. */
const within = async <T>(
  store: 'waiting' | 'facts',
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
};

const listeners = new Set<() => void>();
export const onWaiting = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Whether anything may wait, said without opening the store: asked on every Today. */
const flag = 'qz-waiting';
const markWaiting = (waiting: boolean): void => {
  try {
    if (waiting) localStorage.setItem(flag, '1');
    else localStorage.removeItem(flag);
  } catch {
    // A browser that keeps nothing shows what waits on the page for entries only.
  }
};

/** Seals an entry for the account and keeps it; nothing on the phone can open it again. */
export const keepSealed = async (
  clientId: string,
  draft: OutboxDraft,
  { account, publicKey }: Pick<OfflineFacts, 'account' | 'publicKey'>,
): Promise<void> => {
  const sealed = await seal(clientId, draft, publicKey);
  const entry: Waiting = { ...sealed, account, madeAt: new Date().toISOString() };
  await within('waiting', 'readwrite', (store) => store.put(entry));
  markWaiting(true);
  tell();
};

export const dropWaiting = async (clientId: string): Promise<void> => {
  await within('waiting', 'readwrite', (store) => store.delete(clientId));
  tell();
};

/** Oldest first. */
export const allWaiting = async (): Promise<Waiting[]> => {
  const all = await within('waiting', 'readonly', (store) => store.getAll() as IDBRequest<Waiting[]>);
  if (all.length === 0) markWaiting(false);
  return all.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
};

export const keepFacts = (facts: OfflineFacts): Promise<unknown> =>
  within('facts', 'readwrite', (store) => store.put(facts, 'facts'));

export const readFacts = (): Promise<OfflineFacts | undefined> =>
  within('facts', 'readonly', (store) => store.get('facts') as IDBRequest<OfflineFacts | undefined>);
