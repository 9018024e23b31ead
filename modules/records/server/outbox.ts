import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import { type OutboxAnswer, OutboxDraft, RecordDraft } from '../contract.ts';
import { activityOf } from '../domain/activities.ts';
import { type Sealed, sealedFor, sealInfo } from '../domain/outbox.ts';
import type { Dependencies } from './dependencies.ts';
import type { Storing } from './storing.ts';

const tagBytes = 16;

/** An account's own key: never stored, always derived, never leaves the server. */
const privateKeyOf = ({ platform }: Dependencies, { account }: Actor) => {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(platform.secrets.keyFor(`records-outbox:${account}`));
  return pair;
};

/** @throws for what was sealed for somebody else, changed, or moved under another id */
const open = (pair: ReturnType<typeof privateKeyOf>, { clientId, key, iv, box }: Sealed): unknown => {
  const shared = pair.computeSecret(Buffer.from(key, 'base64'));
  const secret = Buffer.from(hkdfSync('sha256', shared, new Uint8Array(0), sealInfo, 32));
  const bytes = Buffer.from(box, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(iv, 'base64'))
    .setAAD(Buffer.from(sealedFor(clientId)))
    .setAuthTag(bytes.subarray(-tagBytes));
  const plain = Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]);
  return JSON.parse(plain.toString('utf8'));
};

const answerOf = (clientId: string, rest: Partial<OutboxAnswer>): OutboxAnswer => ({
  clientId,
  state: 'unreadable',
  draft: null,
  record: null,
  code: null,
  message: null,
  stored: null,
  ...rest,
});

/** Entries made without a network: opened here, then entered like any other, each once. */
export const createOutbox = (dependencies: Dependencies, storing: Storing) => {
  const draftOf = (pair: ReturnType<typeof privateKeyOf>, sealed: Sealed): OutboxDraft | null => {
    try {
      const parsed = OutboxDraft.safeParse(open(pair, sealed));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  };

  const enterOne = async (
    who: Actor,
    clientId: string,
    draft: OutboxDraft,
    language: 'zh' | 'en',
  ): Promise<OutboxAnswer> => {
    const ofCommittee = activityOf(draft.activity)?.subjectKind === 'committee';
    const subject = draft.subject ?? (ofCommittee ? who.committee : null);
    // Who it was is for a person to say: a name and a door may fit two.
    if (subject === null) return answerOf(clientId, { state: 'whom', draft });
    const { whom: _, ...rest } = draft;
    const entry = RecordDraft.safeParse({ ...rest, clientId, subject, source: 'typed' });
    if (!entry.success) return answerOf(clientId, { draft });
    try {
      const { record } = await storing.enter(who, entry.data);
      return answerOf(clientId, { state: 'stored', record });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const [place] = error.errors;
      return answerOf(clientId, {
        state: 'refused',
        draft,
        code: error.problem.code,
        // Places are named in Chinese alone: whoever reads English sees the values beside the refusal.
        message:
          language === 'en'
            ? error.problem.en
            : [error.problem.title, place?.message].filter(Boolean).join('：'),
        stored: error.facts.stored ?? null,
      });
    }
  };

  return {
    key: async (who: Actor) => ({
      account: who.account,
      committee: who.committee,
      publicKey: privateKeyOf(dependencies, who).getPublicKey('base64'),
    }),

    /** One after the other: what was noted first is entered first. */
    send: async (
      who: Actor,
      entries: readonly Sealed[],
      language: 'zh' | 'en' = 'zh',
    ): Promise<{ answers: OutboxAnswer[] }> => {
      const pair = privateKeyOf(dependencies, who);
      const answers: OutboxAnswer[] = [];
      for (const sealed of entries) {
        const draft = draftOf(pair, sealed);
        answers.push(
          draft ? await enterOne(who, sealed.clientId, draft, language) : answerOf(sealed.clientId, {}),
        );
      }
      return { answers };
    },
  };
};
