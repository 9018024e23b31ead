import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Invitation } from '../contract.ts';
import { problems } from '../problems.ts';
import type { Dependencies } from './dependencies.ts';
import { readOffice } from './office.ts';
import { mayReply } from './policy.ts';
import { changeReply, findSitting, takeInvitation } from './sitting-repository.ts';
import { invitationOf } from './sitting-view.ts';

interface Reply {
  readonly reply: 'coming' | 'stand_in';
  readonly standIn: string | null;
  readonly revision: number;
}

/** Answers to invitations: 参加, or 请人代会 with a name. */
export const createReplies = ({ platform: { db, audit, live }, organisation }: Dependencies) => ({
  reply: (
    who: Actor,
    sitting: string,
    cadre: string,
    { reply, standIn, revision }: Reply,
  ): Promise<Invitation> =>
    db.transaction(who, async (tx) => {
      const row = await findSitting(tx, sitting);
      const invitation = await takeInvitation(tx, sitting, cadre);
      if (!row || !invitation || !mayReply(who, invitation)) throw new Refusal(problems.notFound);
      if (row.state === 'ended' || row.state === 'cancelled') throw new Refusal(problems.closed);
      if (invitation.revision !== revision) throw new Refusal(problems.stale);
      const said = { reply, stand_in: standIn, replied_by: who.account };
      await changeReply(tx, invitation, said);
      for (const topic of [`sitting:${sitting}`, `committee:${invitation.committee_id}`, 'office'])
        await live.publish(tx, who.subdistrict, topic, { meetings: 'reply', sitting });
      const office = await readOffice(tx, organisation);
      const view = invitationOf(who, office, row.state, { ...invitation, ...said, revision: revision + 1 });
      await audit.record(tx, who, 'invitation.answered', sitting, { cadre, reply }, invitation.committee_id);
      return view;
    }),
});
