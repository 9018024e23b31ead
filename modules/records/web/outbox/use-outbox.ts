import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '#platform/contract/call.ts';
import { useMe } from '#platform/ui/index.ts';
import { type OutboxAnswer, sendOutbox } from '../../contract.ts';
import { allWaiting, dropWaiting, onWaiting, type Waiting } from './store.ts';

/** As many as one request takes. */
const atOnce = 20;

export interface Outbox {
  readonly waiting: readonly Waiting[];
  /** What the server could not store by itself: a person looks at each. */
  readonly open: readonly OutboxAnswer[];
  readonly sent: number;
  readonly sending: boolean;
  readonly send: () => void;
  readonly settle: (clientId: string) => Promise<void>;
}

const sendAll = async (mine: readonly Waiting[]): Promise<OutboxAnswer[]> => {
  const answers: OutboxAnswer[] = [];
  for (let at = 0; at < mine.length; at += atOnce) {
    const entries = mine
      .slice(at, at + atOnce)
      .map(({ clientId, key, iv, box }) => ({ clientId, key, iv, box }));
    const { answers: some } = await call(sendOutbox, { body: { entries } });
    // Dropped only after the server has said that it is stored.
    for (const one of some) if (one.state === 'stored') await dropWaiting(one.clientId);
    answers.push(...some);
  }
  return answers;
};

/** Entries made without a network: sent when there is one, each once; what is not stored stays here and is shown. */
export const useOutbox = (): Outbox => {
  const me = useMe();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [open, setOpen] = useState<readonly OutboxAnswer[]>([]);
  const [sent, setSent] = useState(0);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const { account } = me;

  const read = useCallback(async () => {
    const all = await allWaiting().catch(() => []);
    const mine = all.filter((one) => one.account === account);
    setWaiting(mine);
    return mine;
  }, [account]);

  const send = useCallback(() => {
    const run = async () => {
      const mine = await read();
      if (busy.current || mine.length === 0) return;
      busy.current = true;
      setSending(true);
      try {
        const answers = await sendAll(mine);
        setSent((before) => before + answers.filter(({ state }) => state === 'stored').length);
        setOpen(answers.filter(({ state }) => state !== 'stored'));
      } catch {
        // No network yet, or no session: they stay where they are.
      } finally {
        busy.current = false;
        setSending(false);
        await read();
      }
    };
    void run();
  }, [read]);

  useEffect(() => {
    send();
    addEventListener('online', send);
    const off = onWaiting(() => void read());
    return () => {
      removeEventListener('online', send);
      off();
    };
  }, [send, read]);

  const settle = useCallback(
    async (clientId: string) => {
      await dropWaiting(clientId);
      setOpen((before) => before.filter((one) => one.clientId !== clientId));
      await read();
    },
    [read],
  );
  return { waiting, open, sent, sending, send, settle };
};
