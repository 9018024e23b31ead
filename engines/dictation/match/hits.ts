import type { CompiledLedger, Matcher, Role } from '../lexicon/compile.ts';
import type { Field } from '../types.ts';

/** A stretch of the utterance that says something of a field. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly field: Field;
  readonly role: Role;
  readonly value: string;
  /** In the ledger's own words. */
  readonly own: boolean;
  /** By a plain phrase, not by a pattern with gaps. */
  readonly plain: boolean;
  /** `X is not so`: the value is taken back. */
  readonly denied: boolean;
  /** Characters that were heard differently. */
  readonly repaired: number;
}

const denial =
  /(?:不是|并不是|并非|不算|算不上|谈不上|不属于|哪里是|又不是|不在)(?:什么|啥|说|很|太|去|用|走|为了?|因为|由于)?$/;
const negation =
  /(?:没有|没|未|不|勿|无|别|莫|非|免)(?:再|有|什么|啥|怎么|太|大|很|那么|特别|是|去|能|给|用|任何|发生|出现|发现|被|肯|要|想|过)?(?:任何|什么|啥)?$/;

const startsNegative = /^(?:还|一直|从|都|也)?(?:不|没|未|无|别|拒|勿|莫|少|缺|免)/;

/** What is said of a neighbour or a relative says nothing of the one the record is about. */
const somebodyElse =
  /(?:邻居|隔壁|对门|老公|老婆|老伴|爱人|儿子|女儿|媳妇|女婿|孙子|孙女|妹妹|弟弟|姐姐|哥哥)(?:家|的|也|都|倒|最近|刚刚?|今天|昨天|还|又|在|正|前天|上周|上个月|身体|身子骨?|精神|情绪|心情|药|很|蛮|不太|有点|比较){0,4}$/;
const ofThePerson = /身体|健康|精神|情绪|心情|服药|用药|犬种/;

type Verdict = 'keep' | 'deny' | 'drop' | 'flip';

/** What a negation before a saying does to it. */
const verdict = (text: string, start: number, said: string, role: Role, own: boolean): Verdict => {
  const before = text.slice(Math.max(0, start - 6), start);
  if (role === 'before' || role === 'after') return 'keep';
  if (denial.test(before)) return role === 'option' ? 'deny' : role === 'yes' ? 'flip' : 'drop';
  // 花了不少 lacks nothing.
  if (/^[少差缺]/.test(said) && /[不多至很减]$/.test(before)) return 'drop';
  if (startsNegative.test(said)) return 'keep';
  if (!negation.test(before) || /(?:差|要|是|好|行|能|肯|有)不$|有没$|是不是$|不得不$|没办法$/.test(before))
    return 'keep';
  // 没清掉 is not cleared; 灯不亮了 says nothing of what was mended.
  if (role === 'yes') return /[不勿别]$/.test(before) && !own ? 'drop' : 'flip';
  return 'drop';
};

const find = (matcher: Matcher, text: string, heard: Uint8Array): Hit[] => {
  const hits: Hit[] = [];
  matcher.pattern.lastIndex = 0;
  for (const found of text.matchAll(matcher.pattern)) {
    const said = found[0].replace(/\s+$/, '');
    if (said.length === 0) continue;
    const start = found.index;
    const end = start + said.length;
    const what = verdict(text, start, said, matcher.role, matcher.own);
    if (what === 'drop') continue;
    if (
      ofThePerson.test(matcher.field.label) &&
      somebodyElse.test(text.slice(Math.max(0, start - 10), start))
    )
      continue;
    let repaired = 0;
    for (let i = start; i < end; i += 1) repaired += heard[i] ?? 0;
    hits.push({
      start,
      end,
      field: matcher.field,
      role: what === 'flip' ? 'no' : matcher.role,
      value: matcher.value,
      own: matcher.own,
      plain: matcher.literal !== '',
      denied: what === 'deny',
      repaired,
    });
  }
  return hits;
};

const covers = (a: Hit, b: Hit): boolean =>
  a.start <= b.start && a.end >= b.end && a.end - a.start > b.end - b.start;
const sides = (role: Role): boolean => role === 'before' || role === 'after';

/** The ledger's own name of an option stands also inside a longer pattern for another one. */
const stands = (hit: Hit, longer: Hit): boolean =>
  hit.role === 'option' &&
  hit.own &&
  hit.plain &&
  hit.end - hit.start > 2 &&
  !longer.own &&
  hit.value !== longer.value;

/** Of what one field hears at one place only the longest counts; cues are kept apart from values. */
const longest = (hits: readonly Hit[]): Hit[] => {
  const kept: Hit[] = [];
  for (const hit of [...hits].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || Number(b.own) - Number(a.own),
  )) {
    const rival = kept.some(
      (other) =>
        other.field === hit.field &&
        (sides(hit.role) ? other.role === hit.role : !sides(other.role)) &&
        ((covers(other, hit) && !stands(hit, other)) || (other.start === hit.start && other.end === hit.end)),
    );
    if (!rival) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
};

/** 到 in 应到 is no cue of its own: a cue inside a longer one of another number field does not count. */
const withoutInnerCues = (hits: readonly Hit[]): Hit[] => {
  const cues = hits.filter((h) => h.role === 'before' && h.field.type === 'number' && h.end - h.start > 1);
  return hits.filter(
    (hit) =>
      !(
        hit.role === 'before' &&
        hit.field.type === 'number' &&
        cues.some((c) => c.field !== hit.field && covers(c, hit))
      ),
  );
};

/** Everything the ledger's fields hear in the text; `heard` marks characters that were repaired. */
export const findHits = (ledger: CompiledLedger, text: string, heard: Uint8Array): Hit[] =>
  withoutInnerCues(longest(ledger.matchers.flatMap((matcher) => find(matcher, text, heard))));
