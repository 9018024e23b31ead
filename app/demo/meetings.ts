import type { RequestDraft } from '#modules/meetings/contract';
import type { PlantedRequest, PlantedSitting } from '#modules/meetings/server';
import { addDays, instantAt, isWorkingDay, officeDay } from '#platform/calendar/calendar.ts';

type Post = RequestDraft['audience']['posts'][number];

const everywhere = (...posts: Post[]): RequestDraft['audience'] => ({ posts, committees: 'all' });

const item = (
  title: string,
  minutes: number,
  kind: RequestDraft['items'][number]['kind'],
  presenter: string,
) => ({
  title,
  minutes,
  kind,
  presenter,
  audience: null,
});

/** The next full half hour at least ten minutes away, so that a first meeting can be held at once. */
export const nextStart = (now: Date): string => {
  const half = 30 * 60_000;
  return new Date(Math.ceil((now.getTime() + 10 * 60_000) / half) * half).toISOString();
};

const workingDayFrom = (day: string, step: 1 | -1): string =>
  isWorkingDay(day) ? day : workingDayFrom(addDays(day, step), step);

/**
 * A month of meetings round today: one by video about to begin with three departments pooled, one
 * tomorrow, two that were held, one request that waits for the leader and two that wait to be arranged.
 */
export const demoMeetings = (
  departments: ReadonlyMap<string, string>,
  now: Date,
): { requests: PlantedRequest[]; sittings: PlantedSitting[] } => {
  const today = officeDay(now);
  const tomorrow = workingDayFrom(addDays(today, 1), 1);
  const lastWeek = workingDayFrom(addDays(today, -7), -1);
  const soon = { earliest: workingDayFrom(addDays(today, 3), 1), latest: addDays(today, 12) };
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

  const request = (
    department: string,
    purpose: string,
    items: RequestDraft['items'],
    audience: RequestDraft['audience'],
    more: Partial<Pick<PlantedRequest, 'sitting' | 'state'>> & { startsAt?: string; daysAgo?: number } = {},
  ): PlantedRequest => ({
    department: departments.get(department) ?? '',
    draft: {
      purpose,
      items,
      audience,
      when: more.startsAt
        ? { kind: 'fixed', startsAt: more.startsAt }
        : { kind: 'window', ...soon, part: 'any' },
      mode: 'video',
      place: '街道二楼会议室',
    },
    requestedAt: ago(more.daysAgo ?? 1),
    sitting: more.sitting ?? null,
    ...(more.state ? { state: more.state } : {}),
  });

  return {
    sittings: [
      {
        key: 'now',
        title: '居委主任工作例会',
        startsAt: nextStart(now),
        mode: 'video',
        place: '街道二楼会议室',
        state: 'arranged',
      },
      {
        key: 'tomorrow',
        title: '冬季防火与流感疫苗',
        startsAt: instantAt(tomorrow, '14:00'),
        mode: 'video',
        place: '街道二楼会议室',
        state: 'arranged',
      },
      {
        key: 'held',
        title: '精神文明创建推介会',
        startsAt: instantAt(lastWeek, '14:00'),
        mode: 'video',
        place: '街道二楼会议室',
        state: 'ended',
      },
    ],
    requests: [
      request(
        'self',
        '十一月居委主任例会',
        [item('十一月重点工作', 20, 'discuss', '自治办')],
        everywhere('director'),
        { sitting: 'now', startsAt: nextStart(now), daysAgo: 6 },
      ),
      request(
        'civil',
        '助老卡换发',
        [item('助老卡换发怎么办', 10, 'train', '民政办')],
        everywhere('director'),
        { sitting: 'now', daysAgo: 5 },
      ),
      request(
        'health',
        '流感疫苗接种',
        [item('疫苗接种时间调整', 10, 'discuss', '卫健办')],
        everywhere('director'),
        { sitting: 'now', daysAgo: 4 },
      ),
      request(
        'safety',
        '冬季防火',
        [item('飞线充电整治', 15, 'discuss', '应急办')],
        everywhere('social_worker'),
        { sitting: 'tomorrow', daysAgo: 4 },
      ),
      request(
        'health',
        '流感疫苗操作',
        [item('接种登记操作', 20, 'train', '卫健办')],
        everywhere('social_worker'),
        { sitting: 'tomorrow', daysAgo: 3 },
      ),
      request(
        'culture',
        '精神文明创建',
        [item('垃圾分类进楼组', 30, 'discuss', '文明办')],
        everywhere('director'),
        { sitting: 'held', daysAgo: 14 },
      ),
      request(
        'housing',
        '加装电梯协调',
        [item('三号楼加梯方案', 40, 'decide', '房管办')],
        everywhere('secretary', 'director'),
        { state: 'waiting' },
      ),
      request(
        'peace',
        '冬季治安',
        [item('治安巡逻排班', 15, 'discuss', '平安办')],
        everywhere('social_worker'),
        { state: 'approved' },
      ),
      request(
        'veterans',
        '优抚走访',
        [item('春节前走访安排', 10, 'discuss', '退役军人服务站')],
        everywhere('social_worker'),
        { state: 'approved', daysAgo: 2 },
      ),
    ],
  };
};
