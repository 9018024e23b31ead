import { problemTable } from '#platform/contract/problem.ts';

/** A code is part of the public API: once released it is never renamed. */
export const problems = problemTable('venues', {
  notFound: { status: 404, title: '没有找到这场会议', en: 'There is no such sitting.' },
  notByVideo: {
    status: 409,
    title: '这场会议不用视频，请按通知的地点参会',
    en: 'This sitting is not held by video. Please come to the place in the invitation.',
  },
  ended: { status: 409, title: '会议已结束', en: 'The sitting has ended.' },
  noVideo: {
    status: 409,
    title: '本机没有视频引擎，暂不能开视频；请信息管理员处理，其余功能照常',
    en: 'Video is not to be had on this server: please ask whoever looks after it. All else works.',
  },
  deviceElsewhere: {
    status: 409,
    title: '本会场已在另一台设备上接入，要换到这台吗？',
    en: 'This venue is connected on another device. Take over here?',
  },
  stale: {
    status: 409,
    title: '刚才这一下没有生效：另一位操作员先做了调整，请看新的画面再点',
    en: 'That did not count: another operator was quicker. Look again, then repeat.',
  },
  noSuchVenue: {
    status: 404,
    title: '这个会场不在本次会议中',
    en: 'That venue is not part of this sitting.',
  },
  noSuchItem: { status: 404, title: '这个议题不在本次会议中', en: 'That item is not on the agenda.' },
  nothingNext: { status: 409, title: '请先选好下一个画面', en: 'Choose the next picture first.' },
  noFloor: { status: 409, title: '本会场现在没有发言权', en: 'This venue does not have the floor.' },
  noPoll: { status: 409, title: '现在没有表决', en: 'There is no vote going on.' },
  notRecordable: {
    status: 409,
    title: '本次会议没有说明可以录制，请先打开“本次会议可录制”',
    en: 'This sitting has not been said to be recorded. Allow recording first.',
  },
  noRecorder: {
    status: 409,
    title: '本机没有 Chromium 浏览器，不能录制；请信息管理员安装，其余功能照常',
    en: 'There is no Chromium on this server, so nothing can be recorded. All else works.',
  },
  noSuchRecording: { status: 404, title: '没有这份录像', en: 'There is no such recording.' },
  recordingDeleted: { status: 409, title: '这份录像已删除', en: 'That recording has been deleted.' },
  viewingOver: {
    status: 409,
    title: '打开得太久了，请重新打开录像',
    en: 'It was opened too long ago. Please open the recording again.',
  },
  stillRecording: {
    status: 409,
    title: '还在录制，请先停止',
    en: 'It is still being recorded. Stop it first.',
  },
  noSuchDocument: { status: 404, title: '没有这份材料', en: 'There is no such document.' },
  noSuchPage: {
    status: 404,
    title: '这份材料没有这一页',
    en: 'That document has no such page.',
  },
  documentShown: {
    status: 409,
    title: '这份材料正在展示，请先收起',
    en: 'That document is on the screens. Take it off first.',
  },
  notAPicture: {
    status: 422,
    title: '这一页不是能用的图片（PNG 或 JPEG，边长不超过 4096）',
    en: 'That page is no picture that can be shown (PNG or JPEG, at most 4096 pixels a side).',
  },
  tooManyDocuments: {
    status: 409,
    title: '一次会议最多 40 份材料，请先去掉不用的',
    en: 'A sitting holds 40 documents at most. Take some away first.',
  },
  noGroups: { status: 409, title: '现在没有分组', en: 'The venues are not in groups now.' },
  noSuchGroup: { status: 404, title: '没有这个组', en: 'There is no such group.' },
  inTwoGroups: {
    status: 409,
    title: '同一会场不能分在两个组',
    en: 'A venue cannot be in two groups.',
  },
  noSuchPeople: {
    status: 422,
    title: '所选的人里有不能请的，请重新选择',
    en: 'Some of the people chosen cannot be asked. Choose again.',
  },
  needsApproval: {
    status: 409,
    title: '请这几位须经主要领导批准，请走“申请会议”',
    en: 'Calling these people needs the main leader’s approval. Please request a meeting.',
  },
  calledElsewhere: {
    status: 409,
    title: '有人正在另一场会上，请稍后再请',
    en: 'Some of them are in another meeting now. Please ask later.',
  },
  notPaired: {
    status: 401,
    title: '这台设备还没有配对，请输入配对码',
    en: 'This device is not paired yet. Please type the pairing code.',
  },
  codeWrong: {
    status: 409,
    title: '配对码不对或已过期，请向街道会议室再要一个',
    en: 'The code is wrong or has expired. Please ask the main hall for another.',
  },
  tooManyCodes: {
    status: 429,
    title: '试得太多了，请 15 分钟后再试',
    en: 'Too many tries. Please wait 15 minutes.',
  },
  noSuchPerson: { status: 404, title: '名单上没有这个人', en: 'Nobody like that is on the list.' },
  namedAlready: {
    status: 409,
    title: '这个名字已在本会场名单上',
    en: 'That name is on this venue’s list already.',
  },
  signInCodeWrong: {
    status: 409,
    title: '签到码不对，或会议已结束',
    en: 'The code is wrong, or the sitting is over.',
  },
  noSuchScreen: { status: 404, title: '没有这块固定屏', en: 'There is no such screen.' },
  badSignature: { status: 401, title: '来源不明，已拒绝', en: 'Not signed by the media engine.' },
});
