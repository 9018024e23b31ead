import { useEffect, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { useAction } from '#platform/ui/index.ts';
import { type EntryForm, enterRecord, listRecords, recordedToday } from '../contract.ts';
import { usualValues } from './asked.ts';
import { dropWaiting, keepSealed, readFacts } from './outbox/store.ts';
import { useValues } from './use-values.ts';

/**
 * One entry from empty to saved. Its client id stays the same through every try, so that a save whose
 * answer was lost is not made twice; what was typed stays until it is saved.
 */
export const useEntry = (form: EntryForm, given: { clientId?: string; day?: string } = {}) => {
  const clientId = useRef(given.clientId ?? newId());
  const [typedDay, setDay] = useState(form.subject.leftOn ?? form.today);
  const day = given.day ?? typedDay;
  const filling = useValues(form.fields, usualValues(form.fields));
  const action = useAction(enterRecord, {
    refresh: [listRecords, recordedToday],
    // What was put aside under the same id is stored with it.
    onDone: () => void dropWaiting(clientId.current).catch(() => undefined),
  });
  const send = () => {
    const body = {
      clientId: clientId.current,
      activity: form.activity.code,
      subject: form.subject.id,
      occurredOn: day,
      values: filling.values,
      confirmUnusual: filling.confirmUnusual,
    };
    action.mutate({ body }, { onError: filling.take });
  };
  const cutOff = action.error?.status === 0 || action.error?.status === 503;
  useSendWhenBack(cutOff && !action.isPending, send);
  /** Leaves it sealed on the phone under the same client id: whichever try gets through, it is stored once. */
  const putAside = async (): Promise<boolean> => {
    const facts = await readFacts().catch(() => undefined);
    if (!facts || !filling.check()) return false;
    const draft = {
      activity: form.activity.code,
      subject: form.subject.id,
      whom: form.subject.door,
      occurredOn: day,
      occurredAt: null,
      values: filling.values,
      confirmUnusual: filling.confirmUnusual,
    };
    await keepSealed(clientId.current, draft, facts);
    return true;
  };
  return { day, setDay, filling, action, cutOff, putAside, save: () => filling.check() && send() };
};

/** Tries again by itself when the network is back. */
const useSendWhenBack = (waiting: boolean, send: () => void): void => {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!waiting) return;
    const again = () => latest.current();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [waiting]);
};
