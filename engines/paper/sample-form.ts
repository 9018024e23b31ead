import type { PaperForm } from './form.ts';

const NAMES = ['王秀英', '陈吉祥', '欧阳文静', '马根生'];

/** A follow-up register as a health department prints it; all people are invented. For tests. */
export const bloodPressureForm = (rows: number): PaperForm => ({
  title: '高血压患者随访登记表',
  paper: { size: 'A4', orientation: 'portrait' },
  meta: { left: ['居委会：和安一居'], right: ['2026年11月'] },
  header: [
    { label: '序号', width: { mm: 12 } },
    {
      label: '基本情况',
      children: [
        { label: '姓名', width: { share: 2 } },
        { label: '性别' },
        { label: '家庭住址', width: { share: 2.2 }, align: 'left' },
      ],
    },
    {
      label: '随访情况',
      children: [
        { label: '随访日期', width: { share: 2 } },
        { label: '血压(mmHg)', children: [{ label: '收缩压' }, { label: '舒张压' }] },
        { label: '服药' },
      ],
    },
    { label: '备注', width: { share: 1.6 } },
  ],
  rowsPerPage: 25,
  rows: Array.from({ length: rows }, (_, index) => [
    `${index + 1}`,
    NAMES[index % NAMES.length] ?? '',
    index % 2 === 0 ? '女' : '男',
    `${(index % 9) + 1}号楼${(index % 6) + 1}02`,
    '2026.11.25',
    `${120 + (index % 40)}`,
    `${75 + (index % 20)}`,
    '规律',
    '',
  ]),
  footer: ['填表人：李燕', '审核人：', '2026年11月25日'],
  lang: 'zh',
});
