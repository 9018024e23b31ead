import type { Family } from '../skeleton.ts';

/** Days and times as people say them when the calendar is in their head: plans, reports, deadlines, ranges. */
export const days: Family = {
  name: 'days',
  tags: ['when'],
  skeletons: [
    ['bp', '{measured_on@-1:昨儿个}测的，{resident}，{systolic}，{diastolic}'],
    ['bp', '{resident} {measured_on@0:今儿}血糖{glucose}'],
    ['bp', '{measured_on@-3:三天前}{resident}量的，{systolic}/{diastolic}'],
    [
      'visit',
      '{visit_date@-7:一个礼拜前}登门看过{resident}，{followup_date@7:一个礼拜后}回访',
      { visit_type: '上门' },
    ],
    ['visit', '{visit_date@-1:昨天下午}去{resident}家的，{followup_date@3:过三天}再去'],
    ['visit', '{resident}不在家，{followup_date@2:后日}再去', { at_home: false }],
    ['elder', '{resident}电话打过了，{next_visit@10:十天以后}再来', { contact_way: '电话' }],
    [
      'elder',
      '{contact_date@-2:前天上午}上门看的{resident}，老样子',
      { contact_way: '上门', health: '一般' },
    ],
    [
      'hazard',
      '{found_on@0:今朝早上}在{location}发现堆杂物，限{deadline@7:七天}清掉',
      { hazard_type: '楼道堆物' },
    ],
    ['hazard', '{location}飞线，{deadline@14:两个礼拜之内}整改完', { hazard_type: '飞线充电' }],
    ['hazard', '{location}墙皮掉，最晚{deadline@5:五天后}修好', { hazard_type: '墙面脱落' }],
    ['repair', '{resident}家漏水，{appointment@1T08:30:明天早上八点半}到', { repair_type: '漏水' }],
    ['repair', '{location}跳闸，{appointment@1TEVE:明晚}来修', { repair_type: '停电' }],
    ['repair', '{location}门禁坏，约{appointment@2TPM:后天午后}', { repair_type: '门禁故障' }],
    [
      'repair',
      '{resident}马桶堵，{appointment@1T15:45:明天下午四点差一刻}上门',
      { repair_type: '下水道堵塞' },
    ],
    [
      'mediation',
      '{mediated_on@-1:昨日}调解{party_a}和{party_b}抢车位，{next_date@3:大后天}再谈',
      { dispute_type: '停车', result: '再次调解' },
    ],
    ['aid', '{resident}{applied_on@-2:前日}申请的残疾补贴', { aid_type: '残疾补贴' }],
    ['volunteer', '{date@-3:大前天}夜巡，{headcount}人', { activity: '平安巡逻' }],
    [
      'health_screen',
      '{resident}约在{appointment@1T10:15:明天上午十点一刻}做肠癌筛查',
      { item: '大肠癌筛查', status: '已预约' },
    ],
    ['health_screen', '{resident}肺炎针{done_on@-1:昨天}打过了', { item: '肺炎疫苗', status: '已完成' }],
    ['rental', '{location}租到{lease_end}，月租{rent}'],
    ['dog', '{resident}的雪纳瑞，狗证{license_expiry}过期', { breed: '雪纳瑞' }],
    ['party', '{start@-1T14:00:昨天下午两点钟}上的党课，讲了{duration}分钟', { activity: '党课' }],
    ['party', '{start@2T09:00:后天上午九点整}开支委会', { activity: '支部委员会' }],
  ],
};
