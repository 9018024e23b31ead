import type { LedgerDraft } from '../domain/definition.ts';
import { brief, column, highPressure, ofAct, serial } from './columns.ts';

/** 卫健办: a row for every resident known to have hypertension, with what their last visit found: never a value of an older one beside its day. */
export const hypertensionRoster: LedgerDraft = {
  code: 'hypertension-roster',
  name: '高血压患者随访登记',
  departments: ['health'],
  level: 'city',
  legalBasis: '国家基本公共卫生服务规范（高血压患者健康管理）',
  frequency: 'quarter',
  definition: {
    grain: 'resident',
    activities: ['home_visit'],
    condition: { list: { known: 'person.chronic' }, has: 'hypertension' },
    columns: [
      serial,
      column('name', ['基本情况', '姓名'], { register: 'name' }, 1.4, brief),
      column('sex', ['基本情况', '性别'], { register: 'sex' }, 0.8),
      column('birth', ['基本情况', '出生日期'], { register: 'birth' }, 1.7, { day: 'YYYY.MM.DD' }),
      column('address', ['基本情况', '家庭住址'], { register: 'address' }, 1.6, brief),
      column('date', ['最近随访', '随访日期'], { act: 'date' }, 1.7, { day: 'YYYY.MM.DD', ...brief }),
      column('sys', ['最近随访', '血压(mmHg)', '收缩压'], ofAct('bp.sys'), 1, {
        flag: { when: highPressure(ofAct), say: '偏高' },
        ...brief,
      }),
      column('dia', ['最近随访', '血压(mmHg)', '舒张压'], ofAct('bp.dia'), 1, brief),
      column('drug', ['最近随访', '服药'], ofAct('health.drug'), 1, brief),
      column('worker', ['最近随访', '随访人'], { act: 'worker' }, 1.3, brief),
    ],
    detail: [],
    layout: {
      title: '高血压患者随访登记表',
      paper: 'A4',
      orientation: 'portrait',
      rowsPerPage: 20,
      meta: { left: ['居委会：{committee}'], right: ['{period}'] },
      footer: ['填表人：{keeper}', '审核人：', '{today}'],
    },
  },
};
