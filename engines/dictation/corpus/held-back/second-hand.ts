import type { Family } from '../skeleton.ts';

/** Reported by others and told backwards: the person comes last, the day after the fact, the plan before the reason. */
export const secondHand: Family = {
  name: 'second-hand',
  tags: ['order'],
  skeletons: [
    ['bp', '卫生站转来的数据，{systolic}、{diastolic}，是{resident}，测于{measured_on}'],
    ['bp', '低压{diastolic}高压{systolic}脉搏{heart_rate}，{resident}的'],
    [
      'bp',
      '儿子说{resident}药停了，在家量的，{glucose}，早饭前',
      { medication: '未服药', glucose_time: '空腹' },
    ],
    ['visit', '不在家，{resident}，{visit_date}去的，{followup_date}再去一趟', { at_home: false }],
    ['visit', '邻居讲{resident}这几天闷闷不乐', { mood: '低落' }],
    ['visit', '楼组长替{resident}提的，要求修一下门口的台阶', { need: '修一下门口的台阶' }],
    ['elder', '听他女儿讲{resident}住进医院了', { health: '住院' }],
    ['elder', '送餐的小哥说{resident}的饭送到了，人硬朗', { meal: '送餐上门', health: '良好' }],
    ['elder', '{next_visit}再来，{resident}只通了电话', { contact_way: '电话' }],
    ['hazard', '限期{deadline}，{location}，堵消防通道', { hazard_type: '消防通道占用' }],
    ['hazard', '居民{found_on}举报的，楼上往下扔东西，{location}', { hazard_type: '高空抛物' }],
    [
      'hazard',
      '已经清掉了，就是{location}堆的那些杂物，{quantity}处',
      { hazard_type: '楼道堆物', rectified: true },
    ],
    ['repair', '{appointment}，修门禁，{location}', { repair_type: '门禁故障' }],
    [
      'repair',
      '手机一三八一七七二零四五六，{resident}，屋顶漏',
      { phone: '13817720456', repair_type: '屋面渗漏' },
    ],
    ['repair', '马上派人，{location}电梯困人了', { repair_type: '电梯故障', urgent: true }],
    [
      'mediation',
      '谈拢了，车位，{party_a}同{party_b}，{mediated_on}',
      { dispute_type: '停车', result: '达成协议' },
    ],
    ['mediation', '去打官司了，{party_a}对{party_b}，渗水', { dispute_type: '漏水', result: '移送司法' }],
    ['aid', '{amount}元，医疗救助，{resident}，{applied_on}递的表', { aid_type: '医疗救助' }],
    [
      'aid',
      '退休金{monthly_income}，家里{household_size}个人，{resident}想申请低收入',
      { aid_type: '低收入家庭' },
    ],
    ['volunteer', '{headcount}人{hours}小时，地点{place}，反诈', { activity: '防诈宣传' }],
    ['volunteer', '{leader}领头，{date}，陪老人', { activity: '助老服务' }],
    ['health_screen', '约的是{appointment}，{resident}，疱疹针', { item: '带状疱疹疫苗', status: '已预约' }],
    ['health_screen', '{done_on}查过了，大肠癌，{resident}', { item: '大肠癌筛查', status: '已完成' }],
    ['rental', '到{lease_end}到期，{rent}一个月，{location}', {}],
    ['rental', '{tenant_count}个租客，{landlord}的房子，{location}', {}],
    ['dog', '被投诉{complaints}次的那条雪纳瑞是{resident}家的', { breed: '雪纳瑞' }],
    ['dog', '{license_expiry}到期的狗证，{resident}，博美', { breed: '博美' }],
    ['party', '{attended}人到场，{absent}人请假，{start}，民主评议', { activity: '组织生活会' }],
    ['party', '主讲{speaker}，线上，党课', { activity: '党课', place: '线上' }],
  ],
};
