import type { RequestDraft } from '#modules/meetings/contract';
import type { MeetingsService } from '#modules/meetings/server';
import { systemActor } from '#platform/contract/actor.ts';
import type { Office } from '#test/office.ts';

export interface SittingPlan {
  /** Ids of the committees called; default all three of the test office. */
  readonly committees?: readonly string[];
  readonly mode?: 'video' | 'in_person';
  readonly title?: string;
  /** One to practise on. */
  readonly practice?: boolean;
}

const item = (title: string, minutes: number): RequestDraft['items'][number] => ({
  title,
  minutes,
  kind: 'discuss',
  presenter: '区绿化市容局',
  audience: null,
});

/** Plants a sitting that begins now, with two items, and calls the secretaries of these committees. */
export const plantSitting = async (office: Office, plan: SittingPlan = {}): Promise<string> => {
  const committees = [...(plan.committees ?? Object.values(office.ids.committees))];
  const mode = plan.mode ?? 'video';
  const startsAt = new Date().toISOString();
  const draft: RequestDraft = {
    purpose: plan.title ?? '精神文明创建推介会',
    items: [item('文明楼组的做法', 15), item('垃圾分类进楼组', 10)],
    audience: { posts: ['secretary'], committees },
    when: { kind: 'fixed', startsAt },
    mode,
    place: '街道三楼会议室',
  };
  const who = systemActor(office.ids.subdistrict);
  const department = office.ids.departments.civil ?? '';
  const meetings: MeetingsService = office.app.modules.meetings;
  const planted = await office.platform.db.transaction(who, (tx) =>
    meetings.plant(tx, who, {
      requests: [{ department, draft, requestedAt: startsAt, sitting: 'now' }],
      sittings: [
        {
          key: 'now',
          title: draft.purpose,
          startsAt,
          mode,
          place: draft.place,
          state: 'arranged',
          practice: plan.practice ?? false,
        },
      ],
    }),
  );
  const id = planted.get('now');
  if (!id) throw new Error('not planted');
  return id;
};
