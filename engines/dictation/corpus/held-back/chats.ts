import type { Family } from '../skeleton.ts';

/** A pasted chat: names of speakers, hours, greetings, and the report in several short messages. */
export const chats: Family = {
  name: 'chats',
  tags: ['chat'],
  skeletons: [
    [
      'bp',
      '小顾 9:12\n早上好\n小顾 9:13\n{resident}量好了\n小顾 9:13\n{systolic}/{diastolic}\n居委会 9:15\n收到，药吃了吗\n小顾 9:16\n按时吃的',
      { medication: '规律服药' },
    ],
    [
      'bp',
      '@所有人 血压\n1. {resident} {systolic} {diastolic}\n2. {#2.resident} {#2.systolic} {#2.diastolic}\n谢谢',
      [{}, {}],
    ],
    [
      'visit',
      '社工小林：到{resident}家了\n社工小林：没人应门\n书记：那{followup_date}再去\n社工小林：好的[OK]',
      { at_home: false },
    ],
    [
      'visit',
      '[图片]\n{resident}阿姨电话里说心情差\n希望有人陪她聊聊天\n🙏',
      { visit_type: '电话', mood: '低落', need: '有人陪她聊聊天' },
    ],
    [
      'elder',
      '楼组长李姐\n{resident}身体不大好\n走不动\n饭是送餐上门的\n居委\n好的辛苦了',
      { health: '较差', meal: '送餐上门' },
    ],
    [
      'elder',
      '报告一下：\n{resident}，煤气查过，没问题；一键通没装。\n下次{next_visit}',
      { gas_checked: true, alarm_installed: false },
    ],
    [
      'hazard',
      '业主群\n1202：谁家的电瓶车又推上楼了\n物业：哪栋\n1202：{location}\n物业：马上处理\n物业：弄好了',
      { hazard_type: '电动车进楼', rectified: true },
    ],
    [
      'hazard',
      '【隐患上报】\n地点：{location}\n类型：楼道堆物\n数量：{quantity}处\n是否整改：否',
      { hazard_type: '楼道堆物', rectified: false },
    ],
    [
      'repair',
      '{resident}：在吗\n{=resident}：家里没电了\n客服：请问急吗\n{=resident}：很急 冰箱里东西要坏了',
      { repair_type: '停电', urgent: true },
    ],
    [
      'repair',
      '报修单\n报修人：{resident}\n地址：{location}\n内容：天花板漏水\n预约：{appointment}',
      { repair_type: '屋面渗漏' },
    ],
    [
      'mediation',
      '调解记录\n甲方：{party_a}\n乙方：{party_b}\n事由：狗叫\n结果：达成协议',
      { dispute_type: '宠物', result: '达成协议' },
    ],
    [
      'aid',
      '民政条线\n{resident} 申请低保\n人口{household_size}\n月收入{monthly_income}元\n材料齐',
      { aid_type: '低保', materials_complete: true },
    ],
    [
      'aid',
      '老李：{resident}要办助学金\n我：材料呢\n老李：还差录取通知书',
      { aid_type: '助学', materials_complete: false, missing: '录取通知书' },
    ],
    [
      'volunteer',
      '志愿者群\n接龙\n{date}守桶\n共{headcount}人\n{hours}小时\n领队{leader}',
      { activity: '垃圾分类值守' },
    ],
    [
      'health_screen',
      '卫生站：流感疫苗\n{resident}已接种\n{#2.resident}发烧打不了',
      [
        { item: '流感疫苗', status: '已完成' },
        { item: '流感疫苗', status: '暂缓' },
      ],
    ],
    [
      'health_screen',
      '姓名：{resident}\n项目：两癌筛查\n状态：已预约\n时间：{appointment}',
      { item: '两癌筛查', status: '已预约' },
    ],
    [
      'rental',
      '房东：{landlord}\n地址：{location}\n租金：{rent}\n人数：{tenant_count}\n到期：{lease_end}',
      {},
    ],
    [
      'rental',
      '协管员：{location}去过了\n群租，住了{tenant_count}个\n证件没核',
      { group_rent: true, id_checked: false },
    ],
    [
      'dog',
      '{resident}\n金毛\n{dog_count}条\n狗证有，疫苗打了',
      { breed: '金毛', licensed: true, vaccinated: true },
    ],
    [
      'party',
      '支部通知\n时间：{start@1T14:00:明天下午两点}\n地点：党群服务站\n内容：主题党日\n应到{expected}人',
      { activity: '主题党日', place: '党群服务站' },
    ],
  ],
};
