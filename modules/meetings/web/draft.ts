import { officeToday } from '#platform/ui/format.ts';
import type { Audience, ItemDraft, RequestDraft } from '../contract.ts';

type Post = Audience['posts'][number];

export interface ItemForm {
  readonly key: number;
  readonly title: string;
  readonly minutes: number | null;
  readonly kind: ItemDraft['kind'];
  readonly presenter: string;
  /** Whom this item calls, when items differ. */
  readonly posts: readonly Post[];
}

/** A request while it is being filled in. */
export interface RequestForm {
  readonly purpose: string;
  readonly items: readonly ItemForm[];
  readonly posts: readonly Post[];
  readonly everywhere: boolean;
  readonly committees: readonly string[];
  readonly differs: boolean;
  readonly fixed: boolean;
  readonly earliest: string;
  readonly latest: string;
  readonly part: 'any' | 'morning' | 'afternoon';
  readonly day: string;
  readonly clock: string;
  readonly mode: RequestDraft['mode'];
  readonly place: string;
}

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const newItem = (key: number, presenter = ''): ItemForm => ({
  key,
  title: '',
  minutes: 10,
  kind: 'discuss',
  presenter,
  posts: [],
});

/** Empty, but for a window from the day after tomorrow on: others must have two days to ride along. */
export const newForm = (): RequestForm => ({
  purpose: '',
  items: [newItem(1)],
  posts: [],
  everywhere: true,
  committees: [],
  differs: false,
  fixed: false,
  earliest: later(officeToday(), 2),
  latest: later(officeToday(), 9),
  part: 'any',
  day: '',
  clock: '14:00',
  mode: 'video',
  place: '',
});

const audienceOf = ({ posts, everywhere, committees }: RequestForm): Audience => ({
  posts: [...posts],
  committees: everywhere ? 'all' : [...committees],
});

/** Whom the request really calls: when items differ, a post that none of them names calls nobody. */
export const calledAudience = (form: RequestForm): Audience => {
  const named = new Set(form.items.flatMap(({ posts }) => posts));
  const audience = audienceOf(form);
  return form.differs ? { ...audience, posts: audience.posts.filter((post) => named.has(post)) } : audience;
};

const itemAudience = (form: RequestForm, item: ItemForm): Audience | null => {
  if (!form.differs) return null;
  return { ...audienceOf(form), posts: item.posts.filter((post) => form.posts.includes(post)) };
};

/** The instant of a day and a clock at the office. */
export const officeInstant = (day: string, clock: string): string => `${day}T${clock}:00+08:00`;

export const draftOf = (form: RequestForm): RequestDraft => ({
  purpose: form.purpose.trim(),
  items: form.items.map((item) => ({
    title: item.title.trim(),
    minutes: item.minutes ?? 0,
    kind: item.kind,
    presenter: item.presenter.trim(),
    audience: itemAudience(form, item),
  })),
  audience: audienceOf(form),
  when: form.fixed
    ? { kind: 'fixed', startsAt: officeInstant(form.day, form.clock) }
    : { kind: 'window', earliest: form.earliest, latest: form.latest, part: form.part },
  mode: form.mode,
  place: form.place.trim(),
});

const itemDone = ({ title, minutes, presenter }: ItemForm): boolean =>
  title.trim() !== '' &&
  presenter.trim() !== '' &&
  Number.isInteger(minutes) &&
  (minutes ?? 0) >= 5 &&
  (minutes ?? 0) <= 240;

const missingWhen = (form: RequestForm): string | null => {
  if (form.fixed && form.day === '') return 'meetings.missing-day';
  if (form.fixed && form.clock === '') return 'meetings.missing-clock';
  if (!form.fixed && (form.earliest === '' || form.latest < form.earliest)) return 'meetings.missing-day';
  return form.mode !== 'video' && form.place.trim() === '' ? 'meetings.missing-place' : null;
};

/** What a step still lacks, as a key of the catalogue; null when one can go on. */
export const missing = (form: RequestForm, step: number): string | null => {
  if (step === 1 && form.purpose.trim() === '') return 'meetings.missing-purpose';
  if (step === 1 && !form.items.every(itemDone)) return 'meetings.missing-item';
  if (step === 2 && form.posts.length > 0 && !form.everywhere && form.committees.length === 0)
    return 'meetings.missing-committee';
  return step === 3 ? missingWhen(form) : null;
};
