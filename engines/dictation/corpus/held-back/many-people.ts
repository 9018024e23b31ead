import type { Family } from '../skeleton.ts';

/** Several people or places in one breath: what is shared, what is each one's, who is only mentioned. */
export const manyPeople: Family = {
  name: 'many-people',
  tags: ['multi'],
  skeletons: [
    [
      'bp',
      '{resident}{systolic}、{diastolic}，{#2.resident}{#2.systolic}、{#2.diastolic}，{#3.resident}{#3.systolic}、{#3.diastolic}',
      [{}, {}, {}],
    ],
    [
      'bp',
      '先记{resident}，空腹{glucose}；再记{#2.resident}，也是空腹，{#2.glucose}',
      [{ glucose_time: '空腹' }, { glucose_time: '空腹' }],
    ],
    [
      'bp',
      '{resident}高压{systolic}低压{diastolic} 然后{#2.resident}高压{#2.systolic}低压{#2.diastolic}药吃吃停停',
      [{}, { medication: '间断服药' }],
    ],
    [
      'bp',
      '两夫妻都量了，男的{resident}{systolic}到{diastolic}，女的{#2.resident}{#2.systolic}到{#2.diastolic}',
      [{}, {}],
    ],
    ['bp', '{resident}{#2.resident}药都按时吃', [{ medication: '规律服药' }, { medication: '规律服药' }]],
    ['visit', '{resident}、{#2.resident}都不在家', [{ at_home: false }, { at_home: false }]],
    [
      'visit',
      '{resident}在家，心情好，{#2.resident}家里没人，{#2.followup_date}再去',
      [{ at_home: true, mood: '良好' }, { at_home: false }],
    ],
    [
      'visit',
      '电话打了三个，{resident}精神不错，{#2.resident}马马虎虎，{#3.resident}哭了',
      [
        { visit_type: '电话', mood: '良好' },
        { visit_type: '电话', mood: '一般' },
        { visit_type: '电话', mood: '低落' },
      ],
    ],
    [
      'visit',
      '{resident}反映路灯太暗；{#2.resident}提出要加装电梯',
      [{ need: '路灯太暗' }, { need: '加装电梯' }],
    ],
    ['elder', '{resident}老样子，{#2.resident}不大好走不动路', [{ health: '一般' }, { health: '较差' }]],
    [
      'elder',
      '煤气查了两家，{resident}没问题，{#2.resident}也没问题',
      [{ gas_checked: true }, { gas_checked: true }],
    ],
    ['elder', '{resident}和{#2.resident}都是社区食堂吃饭', [{ meal: '助餐点' }, { meal: '助餐点' }]],
    [
      'hazard',
      '{location}堆物{quantity}处，{#2.location}飞线{#2.quantity}处',
      [{ hazard_type: '楼道堆物' }, { hazard_type: '飞线充电' }],
    ],
    [
      'hazard',
      '{location}有电瓶车进楼道，{#2.location}也有',
      [{ hazard_type: '电动车进楼' }, { hazard_type: '电动车进楼' }],
    ],
    [
      'hazard',
      '{location}楼道灯坏已经弄好了，{#2.location}消防栓没水还没弄',
      [
        { hazard_type: '照明损坏', rectified: true },
        { hazard_type: '消防设施损坏', rectified: false },
      ],
    ],
    [
      'repair',
      '{location}停电很急，{#2.location}下水道堵不急',
      [
        { repair_type: '停电', urgent: true },
        { repair_type: '下水道堵塞', urgent: false },
      ],
    ],
    [
      'repair',
      '{resident}家漏水，{#2.resident}家马桶堵',
      [{ repair_type: '漏水' }, { repair_type: '下水道堵塞' }],
    ],
    [
      'mediation',
      '第一件{party_a}和{party_b}噪音和解了，第二件{#2.party_a}和{#2.party_b}车位没谈成',
      [
        { dispute_type: '噪音扰民', result: '达成协议' },
        { dispute_type: '停车', result: '未达成' },
      ],
    ],
    [
      'aid',
      '{resident}低保材料齐了，{#2.resident}临时救助缺身份证',
      [
        { aid_type: '低保', materials_complete: true },
        { aid_type: '临时救助', materials_complete: false, missing: '身份证' },
      ],
    ],
    [
      'aid',
      '{resident}申请{amount}，{#2.resident}申请{#2.amount}，都是医疗救助',
      [{ aid_type: '医疗救助' }, { aid_type: '医疗救助' }],
    ],
    [
      'volunteer',
      '{date@-2:前天}扫楼道{headcount}人，{#2.date@-1:昨天}巡逻{#2.headcount}人',
      [{ activity: '楼道清洁' }, { activity: '平安巡逻' }],
    ],
    [
      'health_screen',
      '流感针{resident}打了，{#2.resident}不肯打',
      [
        { item: '流感疫苗', status: '已完成' },
        { item: '流感疫苗', status: '不愿意' },
      ],
    ],
    [
      'health_screen',
      '{resident}约了肠癌筛查，{#2.resident}约了体检',
      [
        { item: '大肠癌筛查', status: '已预约' },
        { item: '老年体检', status: '已预约' },
      ],
    ],
    [
      'health_screen',
      '体检做好的有{resident}、{#2.resident}还有{#3.resident}',
      [
        { item: '老年体检', status: '已完成' },
        { item: '老年体检', status: '已完成' },
        { item: '老年体检', status: '已完成' },
      ],
    ],
    [
      'rental',
      '{location}住{tenant_count}人，{#2.location}住{#2.tenant_count}人，都是群租',
      [{ group_rent: true }, { group_rent: true }],
    ],
    [
      'dog',
      '{resident}泰迪有证，{#2.resident}柯基没证',
      [
        { breed: '泰迪', licensed: true },
        { breed: '柯基', licensed: false },
      ],
    ],
    ['dog', '{resident}跟{#2.resident}的狗都打过疫苗', [{ vaccinated: true }, { vaccinated: true }]],
    [
      'party',
      '党课到了{attended}人，党员大会到了{#2.attended}人',
      [{ activity: '党课' }, { activity: '党员大会' }],
    ],
  ],
};
