import type { Family } from '../skeleton.ts';

/** The speaker takes something back: numbers, days, choices, people, also twice and also half a word. */
export const corrections: Family = {
  name: 'corrections',
  tags: ['corr'],
  skeletons: [
    ['bp', '{resident}高压一百六，啊不，{systolic}，低压{diastolic}'],
    ['bp', '{resident}上压{systolic}下压九十五，我看看，下压是{diastolic}'],
    ['bp', '血糖七点二，说反了，七点二是上回的，这回{glucose}，{resident}'],
    ['bp', '{resident}，{systolic}，{diastolic}，心率八十，错了心率{heart_rate}'],
    ['bp', '{resident} 饭后血糖{glucose}，哦饭后搞错了，是空腹', { glucose_time: '空腹' }],
    ['bp', '刚才说不吃药的不是他，{resident}是按时吃的', { medication: '规律服药' }],
    ['visit', '昨天，不对，{visit_date@-2:前天}去的{resident}家，敲门没人应', { at_home: false }],
    ['visit', '走访{resident}，打电话的，哎不是电话，是路上碰到的', { visit_type: '路遇' }],
    ['visit', '{resident}情绪不好，收回，情绪挺好的，我看错人了', { mood: '良好' }],
    ['visit', '{resident}回访定在明天，还是改到{followup_date@2:后天}吧'],
    ['elder', '{resident}自己烧饭，等等，现在改成助餐点吃了', { meal: '助餐点' }],
    ['elder', '{resident}身体还行，噢刚刚女儿说他住院了，那就写住院', { health: '住院' }],
    ['hazard', '{location}堆物两处，数错了，{quantity}处', { hazard_type: '楼道堆物' }],
    ['hazard', '三号楼，不是三号楼，是{location}，电瓶车进了楼道', { hazard_type: '电动车进楼' }],
    ['hazard', '{location}还没清，诶刚收到照片，已经搬走了', { hazard_type: '楼道堆物', rectified: true }],
    ['repair', '{resident}报停电，讲错了，是跳闸以后水管漏了，就记漏水', { repair_type: '漏水' }],
    [
      'repair',
      '{location}电梯坏了，约明天上午，他刚打来说明天没空，那约{appointment@3T14:00:大后天下午两点}',
      { repair_type: '电梯故障' },
    ],
    [
      'mediation',
      '{party_a}和{party_b}漏水，没谈拢，哦后来签了字的，算达成了',
      { dispute_type: '漏水', result: '达成协议' },
    ],
    [
      'mediation',
      '{party_a}跟{party_b}为了停车，不不，为了物业费的事，参加的有{participants}人',
      { dispute_type: '物业' },
    ],
    [
      'aid',
      '{resident}申请低保，我更正一下，是低收入家庭，家里{household_size}口人',
      { aid_type: '低收入家庭' },
    ],
    ['aid', '{resident}要三千，他说三千不够，申请{amount}', {}],
    ['aid', '{resident}材料齐了，等下，还少一张银行流水', { materials_complete: false, missing: '银行流水' }],
    [
      'volunteer',
      '{date@-1:昨天}值守十个人，刚点了下名单是{headcount}个，守桶的',
      { activity: '垃圾分类值守' },
    ],
    ['volunteer', '带队的是老周，不是老周，是{leader}，去巡逻的', { activity: '平安巡逻' }],
    [
      'health_screen',
      '{resident}第一针，纠正，第{dose}针带状疱疹，打完了',
      { item: '带状疱疹疫苗', status: '已完成' },
    ],
    ['health_screen', '{resident}体检做完了，没有没有，是预约好了', { item: '老年体检', status: '已预约' }],
    ['rental', '{location}月租五千，噢五千是押金，月租{rent}', {}],
    ['rental', '{location}住了三个人，楼组长讲不止三个，有{tenant_count}个', {}],
    ['dog', '{resident}的狗是金毛，金毛不对，拉布拉多', { breed: '拉布拉多' }],
    ['party', '到了三十人，签到表上是{attended}人，党员大会', { activity: '党员大会' }],
    [
      'party',
      '党课{start@1T14:00:明天下午两点}，地点会议室，会议室被占了，改活动室',
      { activity: '党课', place: '活动室' },
    ],
  ],
};
