import type { Family } from '../skeleton.ts';

/** Who is meant, told by house, by nickname, by surname at a door; and names nothing tells apart. */
export const clues: Family = {
  name: 'clues',
  tags: ['who'],
  skeletons: [
    ['bp', '{resident~door}量过了，高压{systolic}，低压{diastolic}'],
    ['bp', '{resident~clue}，血糖{glucose}，吃过早饭两小时了', { glucose_time: '餐后两小时' }],
    ['bp', '{measured_on@0:今天}{resident~nick}来量，{systolic}和{diastolic}', {}],
    ['bp', '{resident~amb}低压{diastolic}，高压{systolic}，心率{heart_rate}'],
    ['visit', '{resident~clue}不在家，邻居说出门了', { at_home: false }],
    ['visit', '{resident~nick}家去过了，登门的，他蛮开心', { visit_type: '上门', mood: '良好' }],
    ['visit', '{resident~door}反映晚上广场舞太吵', { need: '晚上广场舞太吵' }],
    ['visit', '路上碰到{resident~amb}，过得去', { visit_type: '路遇', mood: '一般' }],
    ['visit', '见到了外来租户{resident~new}，在家', { at_home: true }],
    ['elder', '{resident~nick}住院了', { health: '住院' }],
    ['elder', '{resident~clue}自己烧饭，身体硬朗', { meal: '自己烧', health: '良好' }],
    ['elder', '{resident~amb}煤气查过没问题', { gas_checked: true }],
    ['elder', '给{resident~door}打了电话，老样子', { contact_way: '电话', health: '一般' }],
    ['mediation', '{party_a~nick}和{party_b}为了漏水，和解了', { dispute_type: '漏水', result: '达成协议' }],
    ['mediation', '{party_a~amb}和{party_b}吵，狗叫', { dispute_type: '宠物' }],
    [
      'mediation',
      '{party_a}告{party_b~new}占公共地方，谈崩了',
      { dispute_type: '公共空间', result: '未达成' },
    ],
    ['aid', '{resident~clue}临时补助{amount}元', { aid_type: '临时救助' }],
    ['aid', '{resident~new}想申请低保，家里{household_size}口人', { aid_type: '低保' }],
    ['volunteer', '{leader~amb}带队守桶，{headcount}个人', { activity: '垃圾分类值守' }],
    ['health_screen', '{resident~door}流感针打过了', { item: '流感疫苗', status: '已完成' }],
    ['health_screen', '{resident~new}体检约好了', { item: '老年体检', status: '已预约' }],
    ['rental', '{location}的房东是{landlord~amb}，租金{rent}'],
    ['dog', '{resident~clue}的柯基打过疫苗了', { breed: '柯基', vaccinated: true }],
    ['dog', '{resident~new}养的土狗没办证', { breed: '中华田园犬', licensed: false }],
    ['party', '党课由{speaker}主讲，{attended}人到', { activity: '党课' }],
    ['party', '{speaker~amb}主讲党课', { activity: '党课' }],
  ],
};
