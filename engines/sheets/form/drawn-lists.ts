import type { Drawn } from './drawn-sheet.ts';

/** Forms as offices have them, drawn, and what is read from each. For tests. */
export const lists: readonly Drawn[] = [
  {
    name: 'a sign-in sheet printed twice side by side',
    drawing: `
2026年3月党员大会签到表 | < | < | < | < | <
时间：3月12日上午9:30 | < | < | 地点：居委会二楼会议室 | < | <
序号 | 姓名 | 签名 | 序号 | 姓名 | 签名
1 | 王秀英 | | 21 | 李建国 |
2 | 张桂芳 | 张桂芳 | 22 | 陈美华 | 陈美华
3 | | | 23 | |
应到：4人 | < | < | 实到：3人 | < | <
`,
    form: 'list',
    title: '2026年3月党员大会签到表',
    headerRows: [3, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns: 'A3 序号 number | B3 姓名 text | C3 签名 text',
    rows: ['1,"王秀英",null', '2,"张桂芳","张桂芳"', '21,"李建国",null', '22,"陈美华","陈美华"'],
    notUnderstood: [],
  },
  {
    name: 'three lists side by side with a gap',
    drawing: `
志愿者签到表 | < | < | < | < | < | < | <
姓名 | 签到 | | 姓名 | 签到 | | 姓名 | 签到
王秀英 | √ | | 李建国 | √ | | 张桂芳 |
陈美华 | √ | | 赵丽 | | | |
`,
    form: 'list',
    title: '志愿者签到表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 姓名 text | B2 签到 text',
    rows: ['"王秀英","√"', '"陈美华","√"', '"李建国","√"', '"赵丽",null', '"张桂芳",null'],
    notUnderstood: [],
  },
  {
    name: 'a follow-up register with three levels of names, notes, a total and signatures',
    drawing: `
附件1 | | | | | | | |
高血压患者随访登记表 | < | < | < | < | < | < | < | <
填报单位：和安一居 | < | < | | | | 填报日期：2026年3月31日 | < | <
序号 | 姓名 | 年龄（岁） | 随访情况 | < | < | < | 用药 | 备注
^ | ^ | ^ | 日期 | 血压(mmHg) | < | 心率 | ^ | ^
^ | ^ | ^ | ^ | 收缩压 | 舒张压 | ^ | ^ | ^
1 | 王秀英 | 76 | 3.12 | '138 | '８５ | 72 | 氨氯地平 |
2 | 李建国 | 81 | 3/5 | 150 | 约90 | 拒测 | 无 | 独居
^ | ^ | ^ | 3月19日 | 142 | 88 | 70 | 无 |
3 | 张桂芳 | 七十九 | 二〇二六年三月一日 | 130 | 80 | 68 | 同上 |
以下为新增人员 | < | < | < | < | < | < | < | <
4 | 陈美华 | 83 | 46100 | 128 | 76 | 70 | |
合计 | < | 4人 | | | | | |
注：每月5日前上报。 | < | < | < | < | < | < | < | <
填表人：李燕 | < | < | 审核人：周敏 | < | < | （盖章） | < | <
`,
    form: 'list',
    title: '高血压患者随访登记表',
    headerRows: [4, 6],
    firstDataRow: 7,
    totalsRow: 13,
    columns:
      'A4 序号 number | B4 姓名 text | C4 年龄（岁） number 岁 | D5 随访情况/日期 date | E6 随访情况/血压(mmHg)/收缩压 number mmHg | F6 随访情况/血压(mmHg)/舒张压 number mmHg | G5 随访情况/心率 number | H4 用药 text | I4 备注 text',
    rows: [
      '1,"王秀英",76,"2026-03-12",138,85,72,"氨氯地平",null',
      '2,"李建国",81,"2026-03-05",150,90,null,"无","独居"',
      '2,"李建国",81,"2026-03-19",142,88,70,"无",null',
      '3,"张桂芳",79,"2026-03-01",130,80,68,"无",null',
      '4,"陈美华",83,"2026-03-19",128,76,70,null,null',
    ],
    notUnderstood: ['G8 拒测', 'A11 以下为新增人员', 'A14 注：每月5日前上报。'],
  },
  {
    name: 'a safety ledger whose header is printed again',
    drawing: `
消防安全隐患排查台账 | < | < | < | < | < | <
序号 | 场所名称 | 检查日期 | 灭火器 | 隐患情况 | 是否整改 | 检查人
1 | 和安便利店 | 2026.3.2 | 一具 | 通道堆物 | 是 | 李燕、周敏
2 | 新芳幼儿园 | 3.10 | 4具 | 无 | / | 李燕
3 | 棋牌室 | 3.9 | 两具 | 飞线充电 | 否 | 周敏
4 | 理发店 | 不详 | 2 | 无 | | 周敏
序号 | 场所名称 | 检查日期 | 灭火器 | 隐患情况 | 是否整改 | 检查人
5 | 早餐店 | 3.15 | 无 | 无 | 是 | 周敏
第1页 共1页 | < | < | < | < | < | <
`,
    form: 'list',
    title: '消防安全隐患排查台账',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns:
      'A2 序号 number | B2 场所名称 text | C2 检查日期 date | D2 灭火器 number 具 | E2 隐患情况 text | F2 是否整改 text | G2 检查人 text',
    rows: [
      '1,"和安便利店","2026-03-02",1,"通道堆物","是","李燕、周敏"',
      '2,"新芳幼儿园","2026-03-10",4,"无","/","李燕"',
      '3,"棋牌室","2026-03-09",2,"飞线充电","否","周敏"',
      '4,"理发店",null,2,"无",null,"周敏"',
      '5,"早餐店","2026-03-15",null,"无","是","周敏"',
    ],
    notUnderstood: ['C6 不详', 'D8 无'],
  },
  {
    name: 'a header of two levels without merges',
    drawing: `
走访登记 | | | | | |
序号 | 姓名 | 随访情况 | | | 备注 |
 | | 日期 | 收缩压 | 舒张压 | |
1 | 王秀英 | @2026-03-01 | 138 | 85 | |
2 | 李建国 | @2026-03-02 | 140 | 90 | 复查 |
`,
    form: 'list',
    title: '走访登记',
    headerRows: [2, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns:
      'A2 序号 number | B2 姓名 text | C3 随访情况/日期 date | D3 随访情况/收缩压 number | E3 随访情况/舒张压 number | F2 备注 text',
    rows: ['1,"王秀英","2026-03-01",138,85,null', '2,"李建国","2026-03-02",140,90,"复查"'],
    notUnderstood: [],
  },
  {
    name: 'two tables below each other',
    drawing: `
表一 低保家庭名册 | < | <
序号 | 姓名 | 金额（元）
1 | 王秀英 | 1,200元
2 | 李建国 | ￥980.50
合计 | | 2180.5

表二 物资发放 | < | <
日期 | 物资名称 | 数量
3.1 | 大米 | 2袋
`,
    form: 'list',
    title: '表一低保家庭名册',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: 5,
    columns: 'A2 序号 number | B2 姓名 text | C2 金额（元） number 元',
    rows: ['1,"王秀英",1200', '2,"李建国",980.5'],
    notUnderstood: ['A7 表二 物资发放', 'A8 日期', 'B8 物资名称', 'C8 数量', 'A9 3.1', 'B9 大米', 'C9 2袋'],
  },
  {
    name: 'rows in sections',
    drawing: `
社区矛盾纠纷调解登记表 | < | < | <
日期 | 当事人 | 纠纷类型 | 结果
一、邻里纠纷 | < | < | <
2026年3月1日 | 王某、李某 | 漏水 | 调解成功
3月4日 | 赵某 | 噪音 | 未成
二、家庭纠纷 | < | < | <
3月9日 | 钱某 | 赡养 | 调解成功
`,
    form: 'list',
    title: '社区矛盾纠纷调解登记表',
    headerRows: [2, 2],
    firstDataRow: 4,
    totalsRow: null,
    columns: 'A2 日期 date | B2 当事人 text | C2 纠纷类型 text | D2 结果 text',
    rows: [
      '"2026-03-01","王某、李某","漏水","调解成功"',
      '"2026-03-04","赵某","噪音","未成"',
      '"2026-03-09","钱某","赡养","调解成功"',
    ],
    notUnderstood: ['A3 一、邻里纠纷', 'A6 二、家庭纠纷'],
  },
  {
    name: 'a form not filled in yet',
    drawing: `
独居老人探访登记表 | < | < | <
居委会： | | 月份： |
序号 | 姓名 | 探访日期 | 收缩压(mmHg)
1 | | 年 月 日 |
2 | | 年 月 日 |
探访人签名： | < | < | <
`,
    form: 'list',
    title: '独居老人探访登记表',
    headerRows: [3, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns: 'A3 序号 number | B3 姓名 text | C3 探访日期 date | D3 收缩压(mmHg) number mmHg',
    rows: [],
    notUnderstood: [],
  },
  {
    name: 'particulars without colons above the header',
    drawing: `
物业联席会议记录 | < | < | < | < | <
居委会 | 和安一居 | 日期 | 2026年3月2日 | |
序号 | 问题 | 责任单位 | 整改期限 | 进展 | 备注
1 | 垃圾房清运不及时 | 物业 | 3月15日 | 已完成 |
2 | 电梯故障 | 物业 | 3月20日 | 进行中 |
`,
    form: 'list',
    title: '物业联席会议记录',
    headerRows: [3, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns:
      'A3 序号 number | B3 问题 text | C3 责任单位 text | D3 整改期限 date | E3 进展 text | F3 备注 text',
    rows: [
      '1,"垃圾房清运不及时","物业","2026-03-15","已完成",null',
      '2,"电梯故障","物业","2026-03-20","进行中",null',
    ],
    notUnderstood: [],
  },
  {
    name: 'groups over every column',
    drawing: `
老年人关爱台账 | < | < | < | <
基本情况 | < | 走访情况 | < | <
姓名 | 年龄 | 日期 | 方式 | 结果
王秀英 | 76 | 2026.3.1 | 上门 | 良好
李建国 | 81 | 2026.3.2 | 电话 | 良好
`,
    form: 'list',
    title: '老年人关爱台账',
    headerRows: [2, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns:
      'A3 基本情况/姓名 text | B3 基本情况/年龄 number | C3 走访情况/日期 date | D3 走访情况/方式 text | E3 走访情况/结果 text',
    rows: ['"王秀英",76,"2026-03-01","上门","良好"', '"李建国",81,"2026-03-02","电话","良好"'],
    notUnderstood: [],
  },
  {
    name: 'five levels, years above, units below',
    drawing: `
健康台账 | < | < | < | < | < | < | <
序号 | 姓名 | 2026年健康监测 | < | < | < | < | < | 备注
^ | ^ | 第一季度 | < | < | 第二季度 | < | < | ^
^ | ^ | 日期 | 血压 | < | 日期 | 血压 | < | ^
^ | ^ | ^ | 高压 | 低压 | ^ | 高压 | 低压 | ^
^ | ^ | ^ | (mmHg) | (mmHg) | ^ | (mmHg) | (mmHg) | ^
1 | 王秀英 | 1.5 | 138 | 85 | 4月6日 | 140 | 88 |
`,
    form: 'list',
    title: '健康台账',
    headerRows: [2, 6],
    firstDataRow: 7,
    totalsRow: null,
    columns:
      'A2 序号 number | B2 姓名 text | C4 2026年健康监测/第一季度/日期 date | D6 2026年健康监测/第一季度/血压/高压/(mmHg) number mmHg | E6 2026年健康监测/第一季度/血压/低压/(mmHg) number mmHg | F4 2026年健康监测/第二季度/日期 date | G6 2026年健康监测/第二季度/血压/高压/(mmHg) number mmHg | H6 2026年健康监测/第二季度/血压/低压/(mmHg) number mmHg | I2 备注 text',
    rows: ['1,"王秀英","2026-01-05",138,85,"2026-04-06",140,88,null'],
    notUnderstood: [],
  },
  {
    name: 'a title over the turn of the year',
    drawing: `
值班表（2025年11月至2026年2月） | < | <
日期 | 值班人 | 电话
11月28日 | 李燕 | 13800000000
12.31 | 周敏 | 13800000001
1.2 | 李燕 | 13800000000
2月30日 | 周敏 | 13800000001
`,
    form: 'list',
    title: '值班表（2025年11月至2026年2月）',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 日期 date | B2 值班人 text | C2 电话 text',
    rows: [
      '"2025-11-28","李燕","13800000000"',
      '"2025-12-31","周敏","13800000001"',
      '"2026-01-02","李燕","13800000000"',
      'null,"周敏","13800000001"',
    ],
    notUnderstood: ['A6 2月30日'],
  },
  {
    name: 'a person over two rows',
    drawing: `
党员名册 | < | < | <
序号 | 姓名 | 联系方式 | 备注
1 | 王秀英 | 13800000000 | 组长
^ | ^ | 021-56000000 | ^
2 | 李建国 | 13900000000 |
^ | ^ | ^ | ^
`,
    form: 'list',
    title: '党员名册',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 序号 number | B2 姓名 text | C2 联系方式 text | D2 备注 text',
    rows: [
      '1,"王秀英","13800000000","组长"',
      '1,"王秀英","021-56000000","组长"',
      '2,"李建国","13900000000",null',
    ],
    notUnderstood: [],
  },
  {
    name: 'remarks beside the table',
    drawing: `
平安巡逻记录 | < | < | | 李燕核过
日期 | 路线 | 巡逻人 | |
2026-3-1 | 和安路 | 周敏 | | 漏记一次
3-2 | 和安路 | 李燕 | |
| | | |
以下空白 | < | < | |
`,
    form: 'list',
    title: '平安巡逻记录',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 日期 date | B2 路线 text | C2 巡逻人 text',
    rows: ['"2026-03-01","和安路","周敏"', '"2026-03-02","和安路","李燕"'],
    notUnderstood: ['E1 李燕核过', 'E3 漏记一次', 'A6 以下空白'],
  },
  {
    name: 'no title at all',
    drawing: `
姓名 | 身份证 | 手机 | 年龄
王秀英 | '310106195002010021 | '13800000000 | '76
李建国 | 310106194501010012 | 13900000000 | 81岁
`,
    form: 'list',
    title: null,
    headerRows: [1, 1],
    firstDataRow: 2,
    totalsRow: null,
    columns: 'A1 姓名 text | B1 身份证 text | C1 手机 text | D1 年龄 number 岁',
    rows: ['"王秀英","310106195002010021","13800000000",76', '"李建国",null,"13900000000",81'],
    notUnderstood: ['B3 310106194501009984'],
  },
  {
    name: 'a name and its values merged across',
    drawing: `
志愿者登记册 | < | < | < | <
序号 | 姓名 | < | 服务时长（小时） | 技能
1 | 王秀英 | < | 1.5小时 | 理发
2 | 李建国 | < | 半小时 | 维修
3 | 张桂芳 | < | 两个半小时 |
`,
    form: 'list',
    title: '志愿者登记册',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 序号 number | B2 姓名 text | D2 服务时长（小时） number 小时 | E2 技能 text',
    rows: ['1,"王秀英",1.5,"理发"', '2,"李建国",0.5,"维修"', '3,"张桂芳",2.5,null'],
    notUnderstood: [],
  },
  {
    name: 'titles, headers and page totals on every printed page',
    drawing: `
低保家庭动态管理台账 | < | < | <
单位：和安一居 | < | | 2026年3月
序号 | 户主 | 人口 | 保障金额（元）
1 | 王秀英 | 2 | 1,600
2 | 李建国 | 3口 | 2400元
本页小计 | | 5 | 4000
低保家庭动态管理台账 | < | < | <
单位：和安一居 | < | | 2026年3月
序号 | 户主 | 人口 | 保障金额（元）
3 | 张桂芳 | 1 | 壹仟贰佰元整
本页小计 | | 1 | 1200
合计 | | 6 | 5200
`,
    form: 'list',
    title: '低保家庭动态管理台账',
    headerRows: [3, 3],
    firstDataRow: 4,
    totalsRow: 12,
    columns: 'A3 序号 number | B3 户主 text | C3 人口 number 口 | D3 保障金额（元） number 元',
    rows: ['1,"王秀英",2,1600', '2,"李建国",3,2400', '3,"张桂芳",1,1200'],
    notUnderstood: [],
  },
  {
    name: 'boxes ticked by hand',
    drawing: `
入户排查登记表 | < | < | <
门牌 | 住户姓名 | 类型 | 是否群租
12-502 | 王秀英 | ☑自住 □出租 | □是 ☑否
12-503 | 赵某 | □自住 ☑出租 | ☑是 □否
12-504 | | □自住 □出租 | □是 □否
`,
    form: 'list',
    title: '入户排查登记表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 门牌 text | B2 住户姓名 text | C2 类型 text | D2 是否群租 text',
    rows: ['"12-502","王秀英","自住","否"', '"12-503","赵某","出租","是"', '"12-504",null,null,null'],
    notUnderstood: [],
  },
  {
    name: 'a rota by weekday',
    drawing: `
社区值班安排表 | < | < | < | < | <
时间 | 星期一 | 星期二 | 星期三 | 星期四 | 星期五
上午 | 李燕 | 周敏 | 李燕 | 周敏 | 李燕
下午 | 周敏 | 李燕 | 周敏 | 李燕 | 周敏
`,
    form: 'list',
    title: '社区值班安排表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns:
      'A2 时间 text | B2 星期一 text | C2 星期二 text | D2 星期三 text | E2 星期四 text | F2 星期五 text',
    rows: ['"上午","李燕","周敏","李燕","周敏","李燕"', '"下午","周敏","李燕","周敏","李燕","周敏"'],
    notUnderstood: [],
  },
  {
    name: 'instructions above the title',
    drawing: `
填表说明：1.本表由居委会填写；2.每月5日前报送。 | < | <
残疾人走访慰问记录 | < | <
姓名 | 慰问日期 | 慰问金（元）
王秀英 | 二月三日 | 五百
李建国 | 2月4日 | 300元/人
2026年2月汇总：共2人 | < | <
`,
    form: 'list',
    title: '残疾人走访慰问记录',
    headerRows: [3, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns: 'A3 姓名 text | B3 慰问日期 date | C3 慰问金（元） number 元',
    rows: ['"王秀英","2026-02-03",500', '"李建国","2026-02-04",300'],
    notUnderstood: [
      'A1 填表说明：1.本表由居委会填写；2.每月5日前报送。',
      'C5 300元/人',
      'A6 2026年2月汇总：共2人',
    ],
  },
  {
    name: 'a title that is not merged, days of its month',
    drawing: `
 | 和安一居2026年3月独居老人探访记录 | |
序号 | 老人姓名 | 探访日期 | 探访人
1 | 王秀英 | 1日 | 李燕
2 | 李建国 | 15号 | 李燕
`,
    form: 'list',
    title: '和安一居2026年3月独居老人探访记录',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 序号 number | B2 老人姓名 text | C2 探访日期 date | D2 探访人 text',
    rows: ['1,"王秀英","2026-03-01","李燕"', '2,"李建国","2026-03-15","李燕"'],
    notUnderstood: [],
  },
  {
    name: 'an office above the title, a month below, names broken over lines',
    drawing: `
彭浦新村街道 | < | < | <
重 点 人 员 走 访 登 记 表 | < | < | <
（2026年3月） | < | < | <
序\\n号 | 姓  名 | 走访\\n日期 | 联 系\\n电 话
1 | 王秀英 | 3.5 | 13800000000
2 | 李建国 | 8日 | 13900000000
`,
    form: 'list',
    title: '重点人员走访登记表',
    headerRows: [4, 4],
    firstDataRow: 5,
    totalsRow: null,
    columns: 'A4 序号 number | B4 姓名 text | C4 走访日期 date | D4 联系电话 text',
    rows: ['1,"王秀英","2026-03-05","13800000000"', '2,"李建国","2026-03-08","13900000000"'],
    notUnderstood: [],
  },
  {
    name: 'one remark for all rows and a total in words',
    drawing: `
物资发放登记 | < | < | <
日期 | 领取人 | 数量（袋） | 备注
2026-03-01 | 王秀英 | 2 | 春节慰问
3月2日 | 李建国 | 1袋 | ^
3月3日 | 张桂芳 | 两袋 | ^
合计 | 3户5袋 | 5 |
`,
    form: 'list',
    title: '物资发放登记',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: 6,
    columns: 'A2 日期 date | B2 领取人 text | C2 数量（袋） number 袋 | D2 备注 text',
    rows: [
      '"2026-03-01","王秀英",2,"春节慰问"',
      '"2026-03-02","李建国",1,"春节慰问"',
      '"2026-03-03","张桂芳",2,"春节慰问"',
    ],
    notUnderstood: ['B6 3户5袋'],
  },
  {
    name: 'subtotals by committee',
    drawing: `
各居委会独居老人名册 | < | < | <
居委会 | 姓名 | 年龄 | 金额
和安一居 | 王秀英 | 76 | 100
^ | 李建国 | 81 | 200
^ | 小计 | | 300
和安二居 | 张桂芳 | 79 | 150
和安二居小计 | | | 150
总计 | | | 450
`,
    form: 'list',
    title: '各居委会独居老人名册',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: 8,
    columns: 'A2 居委会 text | B2 姓名 text | C2 年龄 number | D2 金额 number',
    rows: ['"和安一居","王秀英",76,100', '"和安一居","李建国",81,200', '"和安二居","张桂芳",79,150'],
    notUnderstood: [],
  },
  {
    name: 'days of a month as columns under one name',
    drawing: `
2026年3月志愿者考勤表 | < | < | < | < | < | < | <
姓名 | 日期 | < | < | < | < | < | 合计（天）
^ | 1 | 2 | 3 | 4 | 5 | 6 | ^
王秀英 | √ | √ | | √ | √ | | 4
李建国 | | √ | √ | | | √ | 3
`,
    form: 'list',
    title: '2026年3月志愿者考勤表',
    headerRows: [2, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns:
      'A2 姓名 text | B3 日期/1 text | C3 日期/2 text | D3 日期/3 text | E3 日期/4 text | F3 日期/5 text | G3 日期/6 text | H2 合计（天） number 天',
    rows: ['"王秀英","√","√",null,"√","√",null,4', '"李建国",null,"√","√",null,null,"√",3'],
    notUnderstood: [],
  },
  {
    name: 'days of a month as columns',
    drawing: `
考勤表 | < | < | < | < | <
姓名 | 1 | 2 | 3 | 4 | 5
王秀英 | √ | √ | | √ | √
李建国 | | √ | √ | |
`,
    form: 'list',
    title: '考勤表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 姓名 text | B2 1 text | C2 2 text | D2 3 text | E2 4 text | F2 5 text',
    rows: ['"王秀英","√","√",null,"√","√"', '"李建国",null,"√","√",null,null'],
    notUnderstood: [],
  },
  {
    name: 'a person above, her visits below',
    drawing: `
独居老人走访记录 | < | < | < | < | <
姓名 | 王秀英 | 性别 | 女 | 年龄 | 76
住址 | 和安路12弄 | < | < | 电话 | 13800000000
序号 | 走访日期 | 走访人 | 身体状况 | 需求 | 备注
1 | 2026-1-5 | 李燕 | 良好 | 无 |
2 | 2-6 | 李燕 | 良好 | 无 |
3 | 3-5 | 周敏 | 感冒 | 送药 |
4 | 4-6 | 李燕 | 良好 | 无 |
5 | 5-7 | 李燕 | 良好 | 无 |
6 | 6-8 | 李燕 | 良好 | 无 |
`,
    form: 'list',
    title: '独居老人走访记录',
    headerRows: [4, 4],
    firstDataRow: 5,
    totalsRow: null,
    columns:
      'A4 序号 number | B4 走访日期 date | C4 走访人 text | D4 身体状况 text | E4 需求 text | F4 备注 text',
    rows: [
      '1,"2026-01-05","李燕","良好","无",null',
      '2,"2026-02-06","李燕","良好","无",null',
      '3,"2026-03-05","周敏","感冒","送药",null',
      '4,"2026-04-06","李燕","良好","无",null',
      '5,"2026-05-07","李燕","良好","无",null',
      '6,"2026-06-08","李燕","良好","无",null',
    ],
    notUnderstood: [],
  },
  {
    name: 'a first column left blank',
    drawing: `
楼组长名单 | < | <
楼号 | 姓名 | 电话
 | 王秀英 | 13800000000
3 | 李建国 | 13900000000
5 | 张桂芳 |
`,
    form: 'list',
    title: '楼组长名单',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 楼号 text | B2 姓名 text | C2 电话 text',
    rows: ['null,"王秀英","13800000000"', '"3","李建国","13900000000"', '"5","张桂芳",null'],
    notUnderstood: [],
  },
  {
    name: 'amounts with the unit in the title and the total in capitals',
    drawing: `
经费使用明细（单位：元） | < | < | <
日期 | 项目 | 收入 | 支出
2026.1.5 | 拨款 | 10,000.00 |
1.9 | 活动费 | | 1,250.5
2.3 | 打印 | | 三百二十
合计（大写） | 捌仟肆佰贰拾玖元伍角 | < | <
`,
    form: 'list',
    title: '经费使用明细（单位：元）',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: 6,
    columns: 'A2 日期 date | B2 项目 text | C2 收入 number 元 | D2 支出 number 元',
    rows: [
      '"2026-01-05","拨款",10000,null',
      '"2026-01-09","活动费",null,1250.5',
      '"2026-02-03","打印",null,320',
    ],
    notUnderstood: [],
  },
  {
    name: 'two groups of the same names',
    drawing: `
低保与特困名册 | < | < | < | < | < | <
低保 | < | < | | 特困 | < | <
序号 | 姓名 | 金额 | | 序号 | 姓名 | 金额
1 | 王秀英 | 1200 | | 1 | 赵丽 | 1500
2 | 李建国 | 980 | | | |
`,
    form: 'list',
    title: '低保与特困名册',
    headerRows: [2, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns:
      'A3 低保/序号 number | B3 低保/姓名 text | C3 低保/金额 number | E3 特困/序号 number | F3 特困/姓名 text | G3 特困/金额 number',
    rows: ['1,"王秀英",1200,1,"赵丽",1500', '2,"李建国",980,null,null,null'],
    notUnderstood: [],
  },
  {
    name: 'values that cannot be read',
    drawing: `
慰问品领取表 | < | < | <
序号 | 姓名 | 领取时间 | 数量
1 | 王秀英 | 2026/3/5 9:30 | 2份
2 | 李建国 | 3月5日下午 | 1
3 | 张桂芳 | 昨天 | 一份半
4 | 赵丽 | 3.32 | 3～5份
`,
    form: 'list',
    title: '慰问品领取表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 序号 number | B2 姓名 text | C2 领取时间 date | D2 数量 number 份',
    rows: [
      '1,"王秀英","2026-03-05T09:30:00",2',
      '2,"李建国","2026-03-05",1',
      '3,"张桂芳",null,1.5',
      '4,"赵丽",null,null',
    ],
    notUnderstood: ['C5 昨天', 'C6 3.32', 'D6 3～5份'],
  },
  {
    name: 'a pair of people a row',
    drawing: `
孤寡老人“一对一”结对帮扶情况表 | < | < | < | < | <
老人信息 | < | < | 结对人信息 | < | 最近一次走访
姓名 | 年龄 | 住址 | 姓名 | 电话 | ^
王秀英 | 83岁 | 和安路3弄1号101 | 李燕 | 138 0000 0000 | 3月1日
李建国 | 90岁 | 和安路3弄1号102 | 周敏 | 139-0000-0001 | 2026年2月28日
`,
    form: 'list',
    title: '孤寡老人“一对一”结对帮扶情况表',
    headerRows: [2, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns:
      'A3 老人信息/姓名 text | B3 老人信息/年龄 number 岁 | C3 老人信息/住址 text | D3 结对人信息/姓名 text | E3 结对人信息/电话 text | F2 最近一次走访 date',
    rows: [
      '"王秀英",83,"和安路3弄1号101","李燕","138 0000 0000","2026-03-01"',
      '"李建国",90,"和安路3弄1号102","周敏","139-0000-0001","2026-02-28"',
    ],
    notUnderstood: [],
  },
  {
    name: 'times of day and a group without a unit',
    drawing: `
垃圾分类巡查台账 | < | < | < | < | < | <
日期 | 巡查时间 | 投放点 | 分类质量 | < | < | 巡查人
^ | ^ | ^ | 湿垃圾 | 干垃圾 | 可回收物 | ^
2026.3.1 | 8:30 | 1号点 | 好 | 一般 | 好 | 李燕
2026.3.1 | 18:30 | 2号点 | 差 | 一般 | 好 | 周敏
3.2 | 上午8点 | 1号点 | 好 | 好 | 好 | 李燕
`,
    form: 'list',
    title: '垃圾分类巡查台账',
    headerRows: [2, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns:
      'A2 日期 date | B2 巡查时间 time | C2 投放点 text | D3 分类质量/湿垃圾 text | E3 分类质量/干垃圾 text | F3 分类质量/可回收物 text | G2 巡查人 text',
    rows: [
      '"2026-03-01","08:30","1号点","好","一般","好","李燕"',
      '"2026-03-01","18:30","2号点","差","一般","好","周敏"',
      '"2026-03-02","08:00","1号点","好","好","好","李燕"',
    ],
    notUnderstood: [],
  },
  {
    name: 'dates as serial days',
    drawing: `
犬只登记台账
序号 | 犬主姓名 | 犬只品种 | 毛色 | 免疫证号 | 免疫日期 | 是否绝育
1 | 王秀英 | 泰迪 | 棕 | 20260012 | 45992 | 是
2 | 李建国 | 金毛 | 黄 | 20260013 | 46003 | 否
`,
    form: 'list',
    title: '犬只登记台账',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns:
      'A2 序号 number | B2 犬主姓名 text | C2 犬只品种 text | D2 毛色 text | E2 免疫证号 text | F2 免疫日期 date | G2 是否绝育 text',
    rows: [
      '1,"王秀英","泰迪","棕","20260012","2025-12-01","是"',
      '2,"李建国","金毛","黄","20260013","2025-12-12","否"',
    ],
    notUnderstood: [],
  },
  {
    name: 'a span of days',
    drawing: `
防汛值守登记 | < | < | <
值守日期 | 天气 | 值守人员 | 情况记录
7月1日至7月2日 | 大雨 | 李燕 | 正常
2026年7月3日 | 暴雨 | 周敏 | 积水10厘米
7.4 | 晴 | 李燕 | 正常
`,
    form: 'list',
    title: '防汛值守登记',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 值守日期 date | B2 天气 text | C2 值守人员 text | D2 情况记录 text',
    rows: [
      'null,"大雨","李燕","正常"',
      '"2026-07-03","暴雨","周敏","积水10厘米"',
      '"2026-07-04","晴","李燕","正常"',
    ],
    notUnderstood: ['A3 7月1日至7月2日'],
  },
  {
    name: 'six columns twice without a gap',
    drawing: `
序号 | 姓名 | 性别 | 年龄 | 住址 | 签到 | 序号 | 姓名 | 性别 | 年龄 | 住址 | 签到
1 | 王秀英 | 女 | 76 | 1-101 | | 4 | 李建国 | 男 | 80 | 1-201 | √
2 | 张桂芳 | 女 | 79 | 1-102 | √ | 5 | 陈美华 | 女 | 70 | 1-202 |
3 | 赵丽 | 女 | 50 | 2-101 | √ | | | | | |
`,
    form: 'list',
    title: null,
    headerRows: [1, 1],
    firstDataRow: 2,
    totalsRow: null,
    columns: 'A1 序号 number | B1 姓名 text | C1 性别 text | D1 年龄 number | E1 住址 text | F1 签到 text',
    rows: [
      '1,"王秀英","女",76,"1-101",null',
      '2,"张桂芳","女",79,"1-102","√"',
      '3,"赵丽","女",50,"2-101","√"',
      '4,"李建国","男",80,"1-201","√"',
      '5,"陈美华","女",70,"1-202",null',
    ],
    notUnderstood: [],
  },
  {
    name: 'strokes for nothing',
    drawing: `
健康随访表 | < | < | < | <
姓名 | 随访日期 | 血压 | 血糖（mmol/L） | 用药情况
王秀英 | 2026-03-01 | 138/85 | 6.1 | 规律
李建国 | — | - | / | —
张桂芳 | 2026/3/3 | 140/90 | 6.8mmol/L | 不规律
`,
    form: 'list',
    title: '健康随访表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns:
      'A2 姓名 text | B2 随访日期 date | C2 血压 text | D2 血糖（mmol/L） number mmol/L | E2 用药情况 text',
    rows: [
      '"王秀英","2026-03-01","138/85",6.1,"规律"',
      '"李建国",null,"-",null,"—"',
      '"张桂芳","2026-03-03","140/90",6.8,"不规律"',
    ],
    notUnderstood: [],
  },
  {
    name: 'subtotals by branch',
    drawing: `
党费收缴登记表 | < | < | < | <
支部 | 党员姓名 | 应缴（元） | 实缴（元） | 缴费日期
第一支部 | 王秀英 | 20 | 20 | 3.1
^ | 李建国 | 15.5 | 15.5元 | 3.2
^ | 支部小计 | 35.5 | 35.5 |
第二支部 | 张桂芳 | 10 | 拾元 | 3月5日
^ | 支部小计 | 10 | 10 |
总计 | < | 45.5 | 45.5 | 2026年3月31日
`,
    form: 'list',
    title: '党费收缴登记表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: 8,
    columns:
      'A2 支部 text | B2 党员姓名 text | C2 应缴（元） number 元 | D2 实缴（元） number 元 | E2 缴费日期 date',
    rows: [
      '"第一支部","王秀英",20,20,"2026-03-01"',
      '"第一支部","李建国",15.5,15.5,"2026-03-02"',
      '"第二支部","张桂芳",10,10,"2026-03-05"',
    ],
    notUnderstood: ['E8 2026年3月31日'],
  },
  {
    name: 'an example row and remarks without a number',
    drawing: `
失业人员登记表 | < | < | <
序号 | 姓名 | 失业日期 | 原单位
例 | 张三 | 2026.1.1 | 某厂
1 | 王秀英 | 2026.2.1 | 和安厂
2 | 李建国 | 3.1 | 新芳厂
 | （以上为二月前） | |
 | 已搬离 | |
3 | 赵丽 | 3.4 | 某公司
`,
    form: 'list',
    title: '失业人员登记表',
    headerRows: [2, 2],
    firstDataRow: 4,
    totalsRow: null,
    columns: 'A2 序号 number | B2 姓名 text | C2 失业日期 date | D2 原单位 text',
    rows: [
      '1,"王秀英","2026-02-01","和安厂"',
      '2,"李建国","2026-03-01","新芳厂"',
      '3,"赵丽","2026-03-04","某公司"',
    ],
    notUnderstood: ['A3 例', 'B3 张三', 'C3 2026.1.1', 'D3 某厂', 'B6 （以上为二月前）', 'B7 已搬离'],
  },
  {
    name: 'goods counted in different words',
    drawing: `
防汛物资清单 | < | < | < | <
物资名称 | 规格 | 数量 | 单价（元） | 金额（元）
沙袋 | 25kg | 100只 | 3.5 | 350
雨衣 | 均码 | 二十件 | 45 | 900
合计 | | 120 | | 1250
`,
    form: 'list',
    title: '防汛物资清单',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: 5,
    columns:
      'A2 物资名称 text | B2 规格 text | C2 数量 number | D2 单价（元） number 元 | E2 金额（元） number 元',
    rows: ['"沙袋","25kg",100,3.5,350', '"雨衣","均码",20,45,900'],
    notUnderstood: ['C3 100只', 'C4 二十件'],
  },
  {
    name: 'a shop with two hazards merged down',
    drawing: `
消防隐患排查整改台账 | < | < | < | < | <
填报单位（盖章）：新芳居委会 | < | < | 填报日期：2026年3月31日 | < | <
序号 | 单位（场所）名称 | 隐患情况 | < | 整改情况 | <
^ | ^ | 类别 | 具体问题 | 是否整改 | 整改日期
1 | 和安便利店 | 电气 | 私拉电线 | 是 | 3.12
^ | ^ | 通道 | 堆物 | 否 | 
2 | 新芳超市 | 消防设施 | 灭火器过期一具 | 是 | 3月20日
以上隐患已函告 | < | < | < | < | <
3 | 理发店 | 电气 | 插座破损 | 是 | 2026/3/25
合计 | 3家 | 4处 | | 3处 | 
备注：整改日期为复查通过日期。 | < | < | < | < | <
单位负责人： | < | 填表人：李燕 | < | 联系电话：56551234 | <
`,
    form: 'list',
    title: '消防隐患排查整改台账',
    headerRows: [3, 4],
    firstDataRow: 5,
    totalsRow: 10,
    columns:
      'A3 序号 number | B3 单位（场所）名称 text | C4 隐患情况/类别 text | D4 隐患情况/具体问题 text | E4 整改情况/是否整改 text | F4 整改情况/整改日期 date',
    rows: [
      '1,"和安便利店","电气","私拉电线","是","2026-03-12"',
      '1,"和安便利店","通道","堆物","否",null',
      '2,"新芳超市","消防设施","灭火器过期一具","是","2026-03-20"',
      '3,"理发店","电气","插座破损","是","2026-03-25"',
    ],
    notUnderstood: ['A8 以上隐患已函告', 'A11 备注：整改日期为复查通过日期。'],
  },
  {
    name: 'a title in the middle without a merge',
    drawing: `
 | | 退役军人台账 | |
序号 | 姓名 | 入伍时间 | 退役时间 | 优抚金（元/月）
1 | 李建国 | 1968.3 | 1972年12月 | 1,850.00
2 | 王强 | 1985年10月 | 1989.1 | 920元/月
`,
    form: 'list',
    title: '退役军人台账',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns:
      'A2 序号 number | B2 姓名 text | C2 入伍时间 date | D2 退役时间 date | E2 优抚金（元/月） number 元/月',
    rows: ['1,"李建国","1968-03","1972-12",1850', '2,"王强","1985-10","1989-01",920'],
    notUnderstood: [],
  },
  {
    name: 'several lines and several dates in a cell',
    drawing: `
重点青少年帮扶台账 | < | < | <
姓名 | 帮扶情况 | 帮扶时间 | 签名
赵某 | 1.谈心谈话\\n2.就业推荐 | 2026.1.3、2026.2.5 | 
钱某 | 无 | 2026年2月 | 
`,
    form: 'list',
    title: '重点青少年帮扶台账',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 姓名 text | B2 帮扶情况 text | C2 帮扶时间 date | D2 签名 text',
    rows: ['"赵某","1.谈心谈话\\n2.就业推荐",null,null', '"钱某","无","2026-02",null'],
    notUnderstood: ['C3 2026.1.3、2026.2.5'],
  },
  {
    name: 'two columns',
    drawing: `
社区电话一览表 | <
单位 | 电话
和安一居 | 56550001
和安二居 | 56550002
`,
    form: 'list',
    title: '社区电话一览表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 单位 text | B2 电话 text',
    rows: ['"和安一居","56550001"', '"和安二居","56550002"'],
    notUnderstood: [],
  },
];
