import type { CueDomain } from '../domain.ts';

/** What stands beside what is measured. */
export const readingsCues: readonly CueDomain[] = [
  {
    id: 'systolic',
    label: /收缩压/,
    types: ['number'],
    before: '收缩压?|高(?=[0-9一二两])|高压|上压|上面(的|一个)?|血压|高的(一个|那个)?|大的',
  },
  {
    id: 'diastolic',
    label: /舒张压/,
    types: ['number'],
    before: '舒张压?|低(?=[0-9一二两三四五六七八九])|低压|下压|下面(的|一个)?|低的(一个|那个)?|小的',
  },
  {
    id: 'pulse',
    label: /心率|脉搏/,
    types: ['number'],
    before: '心(率|跳|搏)|脉(搏|率|跳)?|一分钟跳?|每分钟跳?|跳(得)?|心口跳|脉(象)?|跳(了)?|每分(钟)?',
    after: '次每分钟?|次一?分钟?|次|跳|下(?![一个周次面午回去压])',
  },
  {
    id: 'glucose',
    label: /血糖/,
    types: ['number'],
    before:
      '血糖(仪|值|数)?|糖(?!尿)|指(尖|血)血?|测糖|(指头|手指|指尖|手指头)血(糖)?|糖(值|量)?(?!尿|果)|测(的)?糖',
  },
  { id: 'temperature', label: /体温/, types: ['number'], before: '体温|温度|烧到|额温', after: '度' },
  { id: 'weight', label: /体重/, types: ['number'], before: '体重|重|称(了|下来)?|秤' },
  { id: 'height', label: /身高/, types: ['number'], before: '身高|个子|高' },
  { id: 'waist', label: /腰围/, types: ['number'], before: '腰围|腰' },
  { id: 'oxygen', label: /血氧/, types: ['number'], before: '血氧(饱和度)?|氧' },
  { id: 'age', label: /年龄|岁/, types: ['number'], before: '今年|年龄', after: '岁' },
];
