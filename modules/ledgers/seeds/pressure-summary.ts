import type { Column, LedgerDraft } from '../domain/definition.ts';
import type { Expression } from '../domain/expression.ts';
import { brief, column, highPressure, ofAct, serial } from './columns.ts';

const measured: Expression = { all: [{ filled: { element: 'bp.sys' } }, { filled: { element: 'bp.dia' } }] };
const high = highPressure(ofAct);
const over80: Expression = { is: '≥', left: { register: 'age' }, right: { value: 80 } };

const count = (
  key: string,
  path: Column['path'],
  what: 'records' | 'residents',
  where: Expression,
): Column => ({
  key,
  path,
  shows: { count: what, where },
  width: { share: 1 },
  brief: true,
});

/** 社保办 (retired people): how many were measured and how many were high, by committee and month. */
export const pressureSummary: LedgerDraft = {
  code: 'pressure-summary',
  name: '老年人血压测量汇总',
  departments: ['labour', 'self'],
  level: 'subdistrict',
  legalBasis: '街道退休人员健康关怀工作',
  frequency: 'month',
  definition: {
    grain: 'summary',
    activities: ['home_visit'],
    condition: { all: [measured, { is: '≥', left: { register: 'age' }, right: { value: 60 } }] },
    columns: [
      serial,
      {
        key: 'committee',
        path: ['居委会'],
        shows: { dimension: 'committee' },
        width: { share: 1.6 },
        brief: true,
      },
      { key: 'month', path: ['月份'], shows: { dimension: 'month' }, width: { share: 1.4 }, brief: true },
      count('times', ['测量', '人次'], 'records', measured),
      count('people', ['测量', '人数'], 'residents', measured),
      count('old', ['测量', '80岁以上人数'], 'residents', over80),
      count('high', ['血压偏高(≥140/90)', '人数'], 'residents', high),
      {
        key: 'rate',
        path: ['血压偏高(≥140/90)', '占比'],
        shows: { percent: 'high', of: 'people' },
        brief: true,
        width: { share: 1 },
      },
    ],
    detail: [
      column('date', ['日期'], { act: 'date' }, 1, brief),
      column('name', ['姓名'], { register: 'name' }, 1, brief),
      column('age', ['年龄'], { register: 'age' }, 1, brief),
      column('address', ['住址'], { register: 'address' }, 1, brief),
      column('sys', ['收缩压'], ofAct('bp.sys'), 1, { flag: { when: high, say: '偏高' }, ...brief }),
      column('dia', ['舒张压'], ofAct('bp.dia'), 1, brief),
      column('worker', ['测量人'], { act: 'worker' }, 1, brief),
    ],
    layout: {
      title: '老年人血压测量汇总表',
      paper: 'A4',
      orientation: 'portrait',
      rowsPerPage: 24,
      meta: { left: ['填报单位：{committee}'], right: ['{period}', '单位：人、人次'] },
      footer: ['制表人：{keeper}', '负责人：', '{today}'],
    },
  },
};
