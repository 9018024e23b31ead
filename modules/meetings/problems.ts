import { problemTable } from '#platform/contract/problem.ts';

/** Every refusal meetings can give. A code is part of the public API: once released it is never renamed. */
export const problems = problemTable('meetings', {
  notFound: { status: 404, title: '没有找到这场会议或申请', en: 'There is no such meeting or request.' },
  stale: {
    status: 409,
    title: '别人刚刚改过，请看过最新内容再操作',
    en: 'Somebody has just changed this. Look at it afresh, then try again.',
  },
  noDepartment: {
    status: 403,
    title: '您的账号没有科室，不能申请会议；请联系管理员',
    en: 'Your account has no department and cannot request meetings. Ask your administrator.',
  },
  windowPast: {
    status: 422,
    title: '时间已经过去，请另选日期',
    en: 'That time is past. Choose another day.',
  },
  unknownCommittee: {
    status: 422,
    title: '所选居委会里有不存在的，请重新选择',
    en: 'One of the committees chosen does not exist. Choose again.',
  },
  decided: { status: 409, title: '这份申请已经有了结论', en: 'This request has been decided already.' },
  alreadyArranged: {
    status: 409,
    title: '申请已经排进会次，请联系自治办取消',
    en: 'The request is arranged in a sitting. Ask the self-governance office to cancel it.',
  },
  notReady: {
    status: 409,
    title: '所选申请里有尚未批准、已撤回或已经安排的，请刷新后再排',
    en: 'One of the requests is not approved, withdrawn or arranged already. Reload and try again.',
  },
  agendaIncomplete: {
    status: 422,
    title: '议程须恰好包含所选申请的全部议题',
    en: 'The agenda must hold exactly the items of the requests chosen.',
  },
  outsideWindow: {
    status: 409,
    title: '所选日期不在申请的时间范围内，请另选日期',
    en: 'That day is outside the window of a request. Choose another day.',
  },
  tooLong: {
    status: 422,
    title: '一场会不能超过 8 小时，请少拼几项',
    en: 'A sitting lasts 8 hours at most. Pool fewer items.',
  },
  calledTwice: {
    status: 409,
    title: '有干部在同一时间已被另一场会召集，请换个时间或拼在一起',
    en: 'A cadre is called to another sitting at the same time. Choose another time, or pool them.',
  },
  closed: { status: 409, title: '这场会已经结束或取消', en: 'This sitting has ended or was cancelled.' },
  started: {
    status: 409,
    title: '会议已经开始，不能再改时间',
    en: 'The sitting has begun and cannot be moved.',
  },
  notStarted: { status: 409, title: '会议还没有开始', en: 'The sitting has not started.' },
  ruleOverlaps: {
    status: 409,
    title: '同一规则在这一天已有新的规定，请选更晚的日期',
    en: 'This rule already has terms from that day or later. Choose a later day.',
  },
});
