import type { LedgerDraft } from '../domain/definition.ts';
import { blank, brief, column, highPressure, knownOf, ofAct, serial } from './columns.ts';

/** 民政办: a row for every visit to somebody who lives alone. Modelled on the ministry's visit form. */
export const aloneVisits: LedgerDraft = {
  code: 'alone-visits',
  name: '独居老人探访记录',
  departments: ['civil'],
  level: 'district',
  legalBasis: '民政部《特殊困难老年人探访关爱服务》探访关爱记录表',
  frequency: 'week',
  definition: {
    grain: 'event',
    activities: ['home_visit'],
    condition: {
      all: [
        { is: '=', left: { known: 'person.living' }, right: { value: 'alone' } },
        { is: '≥', left: { register: 'age' }, right: { value: 60 } },
      ],
    },
    columns: [
      serial,
      column('name', ['基本情况', '姓名'], { register: 'name' }, 1.5, brief),
      column('sex', ['基本情况', '性别'], { register: 'sex' }, 0.8),
      column('age', ['基本情况', '年龄'], { register: 'age' }, 0.8),
      column('address', ['基本情况', '家庭住址'], { register: 'address' }, 1.8, brief),
      column('phone', ['基本情况', '联系方式'], { register: 'phone' }, 2.2),
      column('date', ['探访情况', '探访日期'], { act: 'date' }, 1.4, { day: 'MM.DD', ...brief }),
      column('mode', ['探访情况', '探访方式'], ofAct('act.mode'), 1.3),
      column('health', ['探访情况', '身体状况'], knownOf('person.health'), 1.3),
      column('mood', ['探访情况', '精神状态'], knownOf('health.mood'), 1.3),
      column('sys', ['探访情况', '血压(mmHg)', '收缩压'], ofAct('bp.sys'), 1.1, {
        flag: { when: highPressure(ofAct), say: '偏高' },
        ...brief,
      }),
      column('dia', ['探访情况', '血压(mmHg)', '舒张压'], ofAct('bp.dia'), 1.1, brief),
      column('need', ['服务需求'], ofAct('act.need'), 2.4, { align: 'left' }),
      column('result', ['处置情况'], ofAct('act.result'), 2.4, { align: 'left' }),
      column('worker', ['探访人'], { act: 'worker' }, 1.4, brief),
      blank('sign', ['老人签名'], 1.6),
    ],
    detail: [],
    layout: {
      title: '独居老人探访记录表',
      paper: 'A4',
      orientation: 'landscape',
      rowsPerPage: 12,
      meta: { left: ['居委会：{committee}'], right: ['{period}'] },
      footer: ['填表人：{keeper}', '审核人：', '{today}'],
    },
  },
};
