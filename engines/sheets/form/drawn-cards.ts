import type { Drawn } from './drawn-sheet.ts';

/** Forms as offices have them, drawn, and what is read from each. For tests. */
export const cards: readonly Drawn[] = [
  {
    name: 'a household card with its members',
    drawing: `
一户一档登记卡 | < | < | < | < | <
编号：HA-001 | < | < | 建档日期：2026年3月1日 | < | <
户主姓名 | 王秀英 | 性别 | 女 | 出生年月 | 1950.2
身份证号 | '310106195002010021 | < | < | 联系电话 | 13800000000
家庭住址 | 和安路12弄3号502室 | < | < | 住房面积（㎡） | 68.5
家庭成员 | 姓名 | 与户主关系 | 年龄 | 工作单位 | 联系电话
^ | 李明 | 儿子 | 45 | 某公司 | 13900000000
^ | 赵丽 | 儿媳 | 43 | |
^ | | | | |
困难情况 | 独居，行动不便 | < | < | < | <
走访情况 | 3月5日上门，身体尚可 | < | < | < | <
填表人：李燕 | < | < | 审核人： | < | <
`,
    form: 'card',
    title: '一户一档登记卡',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns:
      'A3 户主姓名 text | C3 性别 text | E3 出生年月 date | A4 身份证号 text | E4 联系电话 text | A5 家庭住址 text | E5 住房面积（㎡） number ㎡ | B6 家庭成员/姓名 text | C6 家庭成员/与户主关系 text | D6 家庭成员/年龄 number | E6 家庭成员/工作单位 text | F6 家庭成员/联系电话 text | B6 家庭成员/姓名#2 text | C6 家庭成员/与户主关系#2 text | D6 家庭成员/年龄#2 number | E6 家庭成员/工作单位#2 text | F6 家庭成员/联系电话#2 text | A10 困难情况 text | A11 走访情况 text',
    rows: [
      '"王秀英","女","1950-02","310106195002010021","13800000000","和安路12弄3号502室",68.5,"李明","儿子",45,"某公司","13900000000","赵丽","儿媳",43,null,null,"独居，行动不便","3月5日上门，身体尚可"',
    ],
    notUnderstood: [],
  },
  {
    name: 'one name and answer a row',
    drawing: `
姓名 | 王秀英
性别 | 女
出生日期 | 1950年2月1日
联系电话 | 021-56000000
备注 | 独居
`,
    form: 'card',
    title: null,
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns: 'A1 姓名 text | A2 性别 text | A3 出生日期 date | A4 联系电话 text | A5 备注 text',
    rows: ['"王秀英","女","1950-02-01","021-56000000","独居"'],
    notUnderstood: [],
  },
  {
    name: 'names and answers in the same cells',
    drawing: `
困难人员走访记录卡 | < | <
姓名：王秀英 | 性别：女 | 年龄：76岁
住址：和安路12弄3号502室 | < | 联系电话：13800000000
走访日期：2026年3月1日 | < | 走访人：李燕
走访内容：身体尚可，无新诉求 | < | <
`,
    form: 'card',
    title: '困难人员走访记录卡',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns:
      'A2 姓名 text | B2 性别 text | C2 年龄 number 岁 | A3 住址 text | C3 联系电话 text | A4 走访日期 date | C4 走访人 text | A5 走访内容 text',
    rows: ['"王秀英","女",76,"和安路12弄3号502室","13800000000","2026-03-01","李燕","身体尚可，无新诉求"'],
    notUnderstood: [],
  },
  {
    name: 'an approval form with opinions',
    drawing: `
临时救助申请审批表 | < | < | < | < | <
申请人姓名 | 王秀英 | 性别 | 女 | 民族 | 汉
身份证号码 | '310106195002010021 | < | < | 照片 | <
家庭住址 | 和安路12弄 | < | < | ^ | ^
申请理由 | 因病致困 | < | < | < | <
居委会意见 | 情况属实，同意上报。（盖章） 2026年3月2日 | < | < | < | <
街道意见 | 同意 | < | < | < | <
`,
    form: 'card',
    title: '临时救助申请审批表',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns:
      'A2 申请人姓名 text | C2 性别 text | E2 民族 text | A3 身份证号码 text | E3 照片 text | A4 家庭住址 text | A5 申请理由 text | A6 居委会意见 text | A7 街道意见 text',
    rows: [
      '"王秀英","女","汉","310106195002010021",null,"和安路12弄","因病致困","情况属实，同意上报。（盖章） 2026年3月2日","同意"',
    ],
    notUnderstood: [],
  },
  {
    name: 'a card not filled in yet',
    drawing: `
居民基本情况登记表 | < | < | <
姓名 | | 性别 |
出生日期 | | 民族 |
家庭住址 | | 联系电话 |
备注 | < | < | <
`,
    form: 'card',
    title: '居民基本情况登记表',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns:
      'A2 姓名 text | C2 性别 text | A3 出生日期 date | C3 民族 text | A4 家庭住址 text | C4 联系电话 text',
    rows: [],
    notUnderstood: [],
  },
  {
    name: 'minutes with the text below its name',
    drawing: `
会议记录 | < | < | <
会议主题 | 业主大会筹备 | 会议时间 | 2026年3月1日下午2点
主持人 | 李燕 | 记录人 | 周敏
参加人员 | 业委会成员5人 | < | <
会议内容 | < | < | <
讨论了电梯改造方案，3月底前公示。 | < | < | <
`,
    form: 'card',
    title: '会议记录',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns:
      'A2 会议主题 text | C2 会议时间 date | A3 主持人 text | C3 记录人 text | A4 参加人员 text | A5 会议内容 text',
    rows: [
      '"业主大会筹备","2026-03-01T14:00:00","李燕","周敏","业委会成员5人","讨论了电梯改造方案，3月底前公示。"',
    ],
    notUnderstood: [],
  },
  {
    name: 'two cards on one sheet',
    drawing: `
居民登记卡 | < | < | <
姓名 | 王秀英 | 性别 | 女
电话 | 13800000000 | 民族 | 汉
居民登记卡 | < | < | <
姓名 | 李建国 | 性别 | 男
电话 | 13900000000 | 民族 | 汉
`,
    form: 'card',
    title: '居民登记卡',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns:
      'A2 姓名 text | C2 性别 text | A3 电话 text | C3 民族 text | A5 居民登记卡/姓名 text | C5 居民登记卡/性别 text | A6 居民登记卡/电话 text | C6 居民登记卡/民族 text',
    rows: ['"王秀英","女","13800000000","汉","李建国","男","13900000000","汉"'],
    notUnderstood: [],
  },
  {
    name: 'the same names again for the spouse',
    drawing: `
家庭情况登记卡 | < | < | <
一、户主信息 | < | < | <
姓名 | 王秀英 | 出生日期 | 1950年2月1日
民族 | 汉族 | 文化程度 | 初中
二、配偶信息 | < | < | <
姓名 | 李建国 | 出生日期 | 1948.5.6
民族 | 汉族 | 文化程度 | 高中
`,
    form: 'card',
    title: '家庭情况登记卡',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns:
      'A3 姓名 text | C3 出生日期 date | A4 民族 text | C4 文化程度 text | A6 二、配偶信息/姓名 text | C6 二、配偶信息/出生日期 date | A7 二、配偶信息/民族 text | C7 二、配偶信息/文化程度 text',
    rows: ['"王秀英","1950-02-01","汉族","初中","李建国","1948-05-06","汉族","高中"'],
    notUnderstood: [],
  },
  {
    name: 'groups at the left and a record of talks',
    drawing: `
社区矫正人员帮教卡 | < | < | < | < | < | <
基本情况 | 姓名 | 赵某 | 性别 | 男 | 出生年月 | 1985.03
^ | 文化程度 | 初中 | 婚姻状况 | 离异 | 联系电话 | 13700000000
^ | 现住址 | 新芳路20弄5号 | < | < | 罪名 | 盗窃
帮教小组 | 组长 | 李燕 | 组员 | 周敏、王强 | < | <
帮教措施 | 每月谈话一次 | < | < | < | < | <
谈话记录 | 时间 | 地点 | 谈话人 | 主要内容 | < | <
^ | 2026.1.5 | 居委会 | 李燕 | 思想稳定 | < | <
^ | 2026.2.6 | 居委会 | 李燕 | 找到工作 | < | <
备注 | | < | < | < | < | <
`,
    form: 'card',
    title: '社区矫正人员帮教卡',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns:
      'B2 基本情况/姓名 text | D2 基本情况/性别 text | F2 基本情况/出生年月 date | B3 基本情况/文化程度 text | D3 基本情况/婚姻状况 text | F3 基本情况/联系电话 text | B4 基本情况/现住址 text | F4 基本情况/罪名 text | B5 帮教小组/组长 text | D5 帮教小组/组员 text | A6 帮教措施 text | B7 谈话记录/时间 date | C7 谈话记录/地点 text | D7 谈话记录/谈话人 text | E7 谈话记录/主要内容 text | B7 谈话记录/时间#2 date | C7 谈话记录/地点#2 text | D7 谈话记录/谈话人#2 text | E7 谈话记录/主要内容#2 text | A10 备注 text',
    rows: [
      '"赵某","男","1985-03","初中","离异","13700000000","新芳路20弄5号","盗窃","李燕","周敏、王强","每月谈话一次","2026-01-05","居委会","李燕","思想稳定","2026-02-06","居委会","李燕","找到工作",null',
    ],
    notUnderstood: [],
  },
  {
    name: 'a household with boxes ticked and its members',
    drawing: `
居民户籍情况登记表（一户一表） | < | < | < | < | <
门牌号 | 12弄3号502室 | < | 户主 | 王秀英 | <
住房性质 | □租赁 ☑产权 | < | 人口数 | 3人 | <
序号 | 姓名 | 与户主关系 | 性别 | 出生年月 | 身份证号
1 | 王秀英 | 户主 | 女 | 1950年2月 | '310106195002010021
2 | 李明 | 子 | 男 | 1975.6 | '310106197506010033
3 | 李小宝 | 孙 | 男 | 2005-9 | '310106200509010055
`,
    form: 'card',
    title: '居民户籍情况登记表（一户一表）',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns:
      'A2 门牌号 text | D2 户主 text | A3 住房性质 text | D3 人口数 number 人 | A4 序号 number | B4 姓名 text | C4 与户主关系 text | D4 性别 text | E4 出生年月 date | F4 身份证号 text | A4 序号#2 number | B4 姓名#2 text | C4 与户主关系#2 text | D4 性别#2 text | E4 出生年月#2 date | F4 身份证号#2 text | A4 序号#3 number | B4 姓名#3 text | C4 与户主关系#3 text | D4 性别#3 text | E4 出生年月#3 date | F4 身份证号#3 text',
    rows: [
      '"12弄3号502室","王秀英","产权",3,1,"王秀英","户主","女","1950-02","310106195002010021",2,"李明","子","男","1975-06","310106197506010033",3,"李小宝","孙","男","2005-09","310106200509010055"',
    ],
    notUnderstood: [],
  },
  {
    name: 'an opinion and its date in one cell',
    drawing: `
一户一档 | < | < | <
户主 | 王秀英 | 电话 | 13800000000
家庭住址 | 和安路12弄 | < | <
居委会意见：\\n\\n同意\\n              签字：      2026年3月1日 | < | < | <
`,
    form: 'card',
    title: '一户一档',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns: 'A2 户主 text | C2 电话 text | A3 家庭住址 text | A4 居委会意见 text | A4 签字 date',
    rows: ['"王秀英","13800000000","和安路12弄","同意","2026-03-01"'],
    notUnderstood: [],
  },
  {
    name: 'answers below their names',
    drawing: `
育龄妇女信息卡 | < | < | <
姓名 | 出生日期 | 民族 | 文化程度
王秀英 | 1990.2.1 | 汉 | 本科
身份证号 | 联系电话 | 婚姻状况 | 现住址
'310106199002010021 | 13800000000 | 已婚 | 和安路12弄
配偶姓名 | 配偶电话 | 子女数 | 备注
李明 | 13900000000 | 1个 |
`,
    form: 'card',
    title: '育龄妇女信息卡',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns:
      'A2 姓名 text | B2 出生日期 date | C2 民族 text | D2 文化程度 text | A4 身份证号 text | B4 联系电话 text | C4 婚姻状况 text | D4 现住址 text | A6 配偶姓名 text | B6 配偶电话 text | C6 子女数 number 个 | D6 备注 text',
    rows: [
      '"王秀英","1990-02-01","汉","本科","310106199002010021","13800000000","已婚","和安路12弄","李明","13900000000",1,null',
    ],
    notUnderstood: [],
  },
  {
    name: 'answers that sound like names',
    drawing: `
民情走访记录表 | < | < | <
走访时间 | 2026年3月5日 | 走访人员 | 李燕、周敏
走访对象 | 王秀英 | 联系电话 | 13800000000
家庭住址 | 和安路12弄3号502室 | < | <
反映问题 | 楼道灯不亮，要求尽快维修 | < | <
处理情况 | 已联系物业，3月6日修好 | < | <
回访情况 | 满意 | < | <
`,
    form: 'card',
    title: '民情走访记录表',
    headerRows: null,
    firstDataRow: null,
    totalsRow: null,
    columns:
      'A2 走访时间 date | C2 走访人员 text | A3 走访对象 text | C3 联系电话 text | A4 家庭住址 text | A5 反映问题 text | A6 处理情况 text | A7 回访情况 text',
    rows: [
      '"2026-03-05","李燕、周敏","王秀英","13800000000","和安路12弄3号502室","楼道灯不亮，要求尽快维修","已联系物业，3月6日修好","满意"',
    ],
    notUnderstood: [],
  },
];
