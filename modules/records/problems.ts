import { problemTable } from '#platform/contract/problem.ts';

/** What the records refuse. Values are named by element in `errors`, never repeated in a title. */
export const problems = problemTable('records', {
  noRecord: { status: 404, title: '没有找到这条记录', en: 'This record was not found.' },
  noActivity: { status: 404, title: '没有这项工作事项', en: 'There is no such activity.' },
  noSubject: { status: 404, title: '底册里没有这位居民', en: 'There is no such resident in the register.' },
  valuesWrong: {
    status: 422,
    title: '有几格填得不对，请看提示',
    en: 'Some values are not right. See the places named.',
  },
  unusual: {
    status: 422,
    title: '有的数值少见，请核对；确实如此请选一个原因',
    en: 'Some values are unusual. Check them; if they are true, give a reason.',
  },
  dayWrong: {
    status: 422,
    title: '日期不能晚于今天，也不能早于两年前',
    en: 'The day may not be later than today or more than two years ago.',
  },
  subjectLeft: {
    status: 409,
    title: '这位居民那天已搬走或去世；只能补记之前的事，若登记有误请先在居民页撤销',
    en: 'The resident had left by that day. Only what was done before can be noted; if that is wrong, take it back on their page first.',
  },
  sentDifferently: {
    status: 409,
    title: '这条记录已经保存过，但内容不同，请核对两份',
    en: 'This entry was saved before with other content. Please compare both.',
  },
  changedMeanwhile: {
    status: 409,
    title: '这条记录刚被别人改过，请看现在的内容再改',
    en: 'Somebody has just changed this record. Look at what stands now, then correct it.',
  },
  voided: {
    status: 409,
    title: '这条记录已作废，不能再改',
    en: 'This record is void and can no longer be changed.',
  },
  noPicture: { status: 422, title: '这不是一张照片（JPEG）', en: 'This is not a picture (JPEG).' },
  pictureTooMany: { status: 409, title: '一条记录最多六张照片', en: 'A record has at most six pictures.' },
  unchanged: { status: 422, title: '没有任何改动', en: 'Nothing was changed.' },
});
