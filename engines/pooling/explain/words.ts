import type { Known } from '../evaluate/held.ts';
import type { Problem, Request, Sitting } from '../problem.ts';
import type { Relaxation, RelaxationKind } from './relaxation.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What things are called; the office gives its own dates and names. */
export interface Names {
  readonly day: (day: number) => Words;
  readonly week: (week: number) => Words;
  readonly request: (id: string) => Words;
  readonly quota: (index: number) => Words;
}

const weekdays = [
  ['周一', 'Monday'],
  ['周二', 'Tuesday'],
  ['周三', 'Wednesday'],
  ['周四', 'Thursday'],
  ['周五', 'Friday'],
  ['周六', 'Saturday'],
  ['周日', 'Sunday'],
] as const;

const same = (text: string): Words => ({ zh: text, en: text });

export const standardNames = ({ daysPerWeek, quotas }: Problem): Names => ({
  day: (day) => {
    const [zh, en] = weekdays[day % daysPerWeek] ?? [
      `第 ${(day % daysPerWeek) + 1} 天`,
      `day ${(day % daysPerWeek) + 1}`,
    ];
    const week = Math.floor(day / daysPerWeek) + 1;
    return { zh: `第 ${week} 周${zh}`, en: `${en} of week ${week}` };
  },
  week: (week) => ({ zh: `第 ${week + 1} 周`, en: `week ${week + 1}` }),
  request: same,
  quota: (index) => {
    const { name, cadres } = quotas[index] ?? { cadres: [] };
    if (name) return same(name);
    return {
      zh: `第 ${index + 1} 组（${cadres.length} 人）`,
      en: `group ${index + 1} (${cadres.length} cadres)`,
    };
  },
});

const when = (known: Known, names: Names, slotId: string): Words => {
  const slot = known.slots.get(slotId);
  if (!slot) return same(slotId);
  const day = names.day(slot.day);
  return { zh: `${day.zh} ${slot.start}`, en: `${day.en} at ${slot.start}` };
};

const modes = { video: { zh: '视频', en: 'video' }, 'in-person': { zh: '现场', en: 'in person' } } as const;

const sayOne = (known: Known, names: Names, one: Relaxation): Words => {
  switch (one.kind) {
    case 'day': {
      const { zh, en } = names.day(one.day);
      return { zh: `允许在${zh}召开`, en: `allow ${en}` };
    }
    case 'mode':
      return { zh: `允许${modes[one.mode].zh}`, en: `allow ${modes[one.mode].en}` };
    case 'quota': {
      const [group, week] = [names.quota(one.quota), names.week(one.week)];
      return {
        zh: `${week.zh}${group.zh}的限额提高 ${one.by} 次（涉及 ${one.cadres} 人）`,
        en: `lift the quota of ${group.en} in ${week.en} by ${one.by} (${one.cadres} cadres)`,
      };
    }
    case 'commitment': {
      const { zh, en } = when(known, names, one.slot);
      return {
        zh: `${zh}请 ${one.cadres.length} 人从其他安排中抽身`,
        en: `excuse ${one.cadres.length} cadres from other commitments on ${en}`,
      };
    }
    case 'at-once': {
      const { zh, en } = when(known, names, one.otherSlot);
      return {
        zh: `把${zh}召集同样 ${one.cadres.length} 人的会次移开`,
        en: `move the sitting on ${en} that calls ${one.cadres.length} of the same cadres`,
      };
    }
    case 'venue': {
      const { zh, en } = when(known, names, one.slot);
      return { zh: `${zh}另找一个会场`, en: `find another venue on ${en}` };
    }
    case 'seats': {
      const { zh, en } = when(known, names, one.slot);
      return { zh: `${zh}增加 ${one.more} 个座位`, en: `add ${one.more} seats on ${en}` };
    }
    case 'minutes': {
      const { zh, en } = when(known, names, one.slot);
      return {
        zh: `${zh}的议程缩短 ${one.more} 分钟`,
        en: `shorten the agenda on ${en} by ${one.more} minutes`,
      };
    }
    case 'pooling': {
      const ids = one.requests.map((id) => names.request(id));
      return {
        zh: `允许 ${ids.map(({ zh }) => zh).join('、')} 与其他议题同会`,
        en: `let ${ids.map(({ en }) => en).join(', ')} sit with others`,
      };
    }
    case 'order': {
      const [first, then] = [names.request(one.after), names.request(one.before)];
      return { zh: `不要求 ${then.zh} 在 ${first.zh} 之后`, en: `let ${then.en} not wait for ${first.en}` };
    }
    case 'quorum': {
      const { zh, en } = names.request(one.request);
      return { zh: `${zh} 的到会人数少 ${one.by} 人`, en: `let ${en} do with ${one.by} fewer` };
    }
  }
};

const join = (parts: readonly Words[], zh: string, en: string): Words => ({
  zh: parts.map((one) => one.zh).join(zh),
  en: parts.map((one) => one.en).join(en),
});

/** "allow Thursday of week 2, and lift the quota …: then s12". */
export const sayOption = (
  known: Known,
  names: Names,
  request: Request,
  needs: readonly Relaxation[],
  sitting: Sitting,
): Words => {
  const place = when(known, names, sitting.slot);
  const id = names.request(request.id);
  if (needs.length === 0)
    return { zh: `${id.zh} 可以排在${place.zh}`, en: `${id.en} can be held on ${place.en}` };
  const asked = join(
    needs.map((one) => sayOne(known, names, one)),
    '，并且',
    ', and ',
  );
  return { zh: `${asked.zh}，即可排在${place.zh}`, en: `${asked.en}: then it can be held on ${place.en}` };
};

const ruleWords: Readonly<Record<RelaxationKind, Words>> = {
  day: { zh: '时间窗口', en: 'its window' },
  mode: { zh: '会议方式', en: 'its mode' },
  quota: { zh: '每周限额', en: 'weekly quota' },
  commitment: { zh: '干部已有安排', en: 'commitments' },
  'at-once': { zh: '同时另有会次', en: 'other sittings of the same cadres' },
  venue: { zh: '会场已占用', en: 'venues taken' },
  seats: { zh: '座位不够', en: 'too few seats' },
  minutes: { zh: '时长超出时段', en: 'too long for the slot' },
  pooling: { zh: '必须单独召开', en: 'must stand alone' },
  order: { zh: '先后次序', en: 'what it waits for' },
  quorum: { zh: '到会人数不足', en: 'quorum' },
};

/** "排不下：每周限额（41 处）、会场已占用（20 处）。只要允许在……，或……" */
export const sayBlocked = (
  blockedBy: readonly { readonly kind: RelaxationKind; readonly ways: number }[],
  ways: number,
  options: readonly { readonly words: Words }[],
): Words => {
  const why =
    ways === 0
      ? { zh: '窗口内没有合适方式的时段', en: 'no slot of its mode lies in its window' }
      : join(
          blockedBy.map(({ kind, ways: count }) => ({
            zh: `${ruleWords[kind].zh}（${count}/${ways}）`,
            en: `${ruleWords[kind].en} (${count} of ${ways})`,
          })),
          '、',
          ', ',
        );
  const least = join(
    options.slice(0, 2).map(({ words }) => words),
    '；或者',
    '; or ',
  );
  return {
    zh: `排不下：${why.zh}。${options.length > 0 ? `${least.zh}。` : ''}`,
    en: `Not placed: ${why.en}.${options.length > 0 ? ` ${least.en}.` : ''}`,
  };
};
