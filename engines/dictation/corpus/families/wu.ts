import type { Family } from '../skeleton.ts';

/** Shanghainese as a Wu recogniser writes it, from light colouring to whole sentences. */
export const wu: Family = {
  name: 'wu',
  tags: ['dialect'],
  skeletons: [
    ['bp', '{resident}{measured_on@0:今朝}量过了，高个{systolic}，低个{diastolic}，蛮好个'],
    ['bp', '{resident}搿个人勿肯吃药个，血压{systolic}到{diastolic}，吓人伐', { medication: '未服药' }],
    ['bp', '夜饭吃好两个钟头量个血糖，{glucose}，{resident}', { glucose_time: '餐后两小时' }],
    ['bp', '{resident}个药伊日日吃个，一日也勿落脱，心跳{heart_rate}', { medication: '规律服药' }],
    ['bp', '{measured_on@-2:前日子}帮{resident}量个，{systolic} {diastolic}'],
    [
      'visit',
      '{visit_date@-1:昨日}到{resident}屋里去过了，伊勿勒屋里向',
      { visit_type: '上门', at_home: false },
    ],
    ['visit', '{resident}勒屋里个，人蛮适意，笑眯眯', { at_home: true, mood: '良好' }],
    ['visit', '勒弄堂口碰着{resident}，伊面孔难看来西，心里勿开心', { visit_type: '路遇', mood: '低落' }],
    ['visit', '搭{resident}打了只电话，马马虎虎过过', { visit_type: '电话', mood: '一般' }],
    ['elder', '{resident}阿婆身体老好个，饭自家烧烧', { health: '良好', meal: '自己烧' }],
    ['elder', '{resident}登勒医院里向，囡儿每日送饭去', { health: '住院', meal: '子女照料' }],
    ['elder', '煤气灶头看过了，{resident}屋里向呒没啥问题', { gas_checked: true }],
    [
      'elder',
      '{resident}伊讲勿要装搿只揿铃个么事，{next_visit@1:明朝}阿拉再去讲讲看',
      { alarm_installed: false },
    ],
    ['elder', '{resident}脚骨勿大灵光，社区送饭上门个', { health: '较差', meal: '送餐上门' }],
    [
      'hazard',
      '{location}楼梯口堆得一天世界，{quantity}堆垃圾，还勿曾清脱',
      { hazard_type: '楼道堆物', rectified: false },
    ],
    [
      'hazard',
      '{location}有人拿助动车推到楼浪向去，老危险个',
      { hazard_type: '电动车进楼', severity: '严重' },
    ],
    ['hazard', '{location}楼浪有人朝下头掼么事', { hazard_type: '高空抛物' }],
    [
      'repair',
      '{resident}屋里水龙头关勿牢，水滴滴答答漏，伊讲勿急个',
      { repair_type: '漏水', urgent: false },
    ],
    ['repair', '{location}电灯一道灭脱，呒没电了，快点来', { repair_type: '停电', urgent: true }],
    [
      'mediation',
      '{party_a}嫌鄙{party_b}屋里打麻将吵煞人，阿拉劝劝，讲和哉',
      { dispute_type: '噪音扰民', result: '达成协议' },
    ],
    ['mediation', '{party_a}搭{party_b}两家头抢车位，讲勿拢', { dispute_type: '停车', result: '未达成' }],
    [
      'aid',
      '{resident}一家门{household_size}口，铜钿勿够用，每个号头{monthly_income}块，想吃低保',
      { aid_type: '低保' },
    ],
    [
      'aid',
      '{resident}囡儿读大学，学费出勿起，想讨助学金，户口簿忘记带来',
      { aid_type: '助学', materials_complete: false, missing: '户口簿' },
    ],
    [
      'volunteer',
      '{date@-1:昨日}阿拉{headcount}个人勒垃圾桶旁边立了{hours}个钟头',
      { activity: '垃圾分类值守' },
    ],
    [
      'health_screen',
      '{resident}流感针打过哉，{done_on@-2:前日}打个',
      { item: '流感疫苗', status: '已完成' },
    ],
    ['health_screen', '叫{resident}去查大肠癌，伊勿肯去', { item: '大肠癌筛查', status: '不愿意' }],
    ['rental', '{location}借拨外地人，登了{tenant_count}个人，房钿{rent}一个号头', {}],
    ['dog', '{resident}养了只草狗，狗牌子呒没个', { breed: '中华田园犬', licensed: false }],
    ['party', '{start@1T09:00:明朝早浪九点}党课，勒活动室', { activity: '党课', place: '活动室' }],
  ],
};
