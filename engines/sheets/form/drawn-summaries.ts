import type { Drawn } from './drawn-sheet.ts';

/** Forms as offices have them, drawn, and what is read from each. For tests. */
export const summaries: readonly Drawn[] = [
  {
    name: 'counts by committee with a unit line and numbered columns',
    drawing: `
困难人员汇总表 | < | < | < | < | <
单位：人 | < | < | < | < | 2026年第一季度
居委会 | 低保 | < | 特困 | 残疾 | 合计
^ | 户数（户） | 人数 | ^ | ^ | ^
甲 | 1 | 2 | 3 | 4 | 5
和安一居 | 12 | 20 | 3 | 15 | 50
和安二居 | 8 | 十四 | '1 | 11 | 34
小计 | 20 | 34 | 4 | 26 | 84
新芳居 | 5 | 9 | 0 | - | 14
总 计 | 25 | 43 | 4 | 26 | 98
制表人： | 李燕 | | 复核： | 周敏 |
`,
    form: 'summary',
    title: '困难人员汇总表',
    headerRows: [3, 4],
    firstDataRow: 6,
    totalsRow: 10,
    columns:
      'A3 居委会 text | B4 低保/户数（户） number 户 | C4 低保/人数 number 人 | D3 特困 number 人 | E3 残疾 number 人 | F3 合计 number 人',
    rows: ['"和安一居",12,20,3,15,50', '"和安二居",8,14,1,11,34', '"新芳居",5,9,0,null,14'],
    notUnderstood: ['F2 2026年第一季度'],
  },
  {
    name: 'months as columns and a slanted first cell',
    drawing: `
2025年各居委会走访量统计表 | < | < | < | < | < | <
居委会\\n月份 | 1月 | 2月 | 3月 | 4月 | 合计 | 备注
和安一居 | 10 | 12 | 9 | 8 | 39 |
和安二居 | 11 | | 7 | 6 | 24 | 2月停
合计 | 21 | 12 | 16 | 14 | 63 |
`,
    form: 'summary',
    title: '2025年各居委会走访量统计表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: 5,
    columns:
      'A2 居委会月份 text | B2 1月 number | C2 2月 number | D2 3月 number | E2 4月 number | F2 合计 number | G2 备注 text',
    rows: ['"和安一居",10,12,9,8,39,null', '"和安二居",11,null,7,6,24,"2月停"'],
    notUnderstood: [],
  },
  {
    name: 'rows in groups under one wide name',
    drawing: `
社区工作季度报表 | < | < | <
项目 | < | 计量单位 | 数量
老年人 | 60岁以上 | 人 | 320
^ | 80岁以上 | 人 | 56
^ | 独居 | 人 | 23
残疾人 | < | 人 | 41
党员 | < | 人 | 77
`,
    form: 'summary',
    title: '社区工作季度报表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 项目 text | A2 项目#2 text | C2 计量单位 text | D2 数量 number',
    rows: [
      '"老年人","60岁以上","人",320',
      '"老年人","80岁以上","人",56',
      '"老年人","独居","人",23',
      '"残疾人",null,"人",41',
      '"党员",null,"人",77',
    ],
    notUnderstood: [],
  },
  {
    name: 'shares as percentages',
    drawing: `
垃圾分类考核表
小区 | 参与率 | 纯净度(%) | 得分
和安小区 | =85% | 96 | 92.5
新芳小区 | 88.5% | 97% | 90
`,
    form: 'summary',
    title: '垃圾分类考核表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 小区 text | B2 参与率 number | C2 纯净度(%) number % | D2 得分 number',
    rows: ['"和安小区",0.85,96,92.5', '"新芳小区",0.885,97,90'],
    notUnderstood: [],
  },
  {
    name: 'amounts by month in ten thousands, the total first',
    drawing: `
2026年度救助发放统计表 | < | < | < | < | <
单位：万元 | < | < | < | < | <
居委会 | 1月 | < | 2月 | < | 累计
^ | 人数（人） | 金额 | 人数（人） | 金额 | ^
合计 | 30 | 6.2 | 31 | 6.3 | 12.5
和安一居 | 18 | 3.2 | 19 | 3.3 | 6.5
和安二居 | 12 | 3万元 | 12 | 30000元 | 6
`,
    form: 'summary',
    title: '2026年度救助发放统计表',
    headerRows: [3, 4],
    firstDataRow: 6,
    totalsRow: 5,
    columns:
      'A3 居委会 text | B4 1月/人数（人） number 人 | C4 1月/金额 number 万元 | D4 2月/人数（人） number 人 | E4 2月/金额 number 万元 | F3 累计 number 万元',
    rows: ['"和安一居",18,3.2,19,3.3,6.5', '"和安二居",12,3,12,3,6'],
    notUnderstood: [],
  },
  {
    name: 'subtotals within groups',
    drawing: `
社区基本情况统计表 | < | < | <
类别 | 项目 | 户数（户） | 人数（人）
困难群体 | 低保 | 12 | 20
^ | 特困 | 3 | 3
^ | 小计 | 15 | 23
老年群体 | 独居 | 30 | 30
^ | 高龄 | 45 | 50
^ | 小计 | 75 | 80
合计 | < | 90 | 103
`,
    form: 'summary',
    title: '社区基本情况统计表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: 9,
    columns: 'A2 类别 text | B2 项目 text | C2 户数（户） number 户 | D2 人数（人） number 人',
    rows: [
      '"困难群体","低保",12,20',
      '"困难群体","特困",3,3',
      '"老年群体","独居",30,30',
      '"老年群体","高龄",45,50',
    ],
    notUnderstood: [],
  },
  {
    name: 'months as rows',
    drawing: `
2025年信访接待月报 | < | < | <
月份 | 来访（批次） | 来信 | 办结率
一月 | 3 | 2 | =100%
二月 | 4 | - | =75%
三月 | 2 | 1 | 100%
`,
    form: 'summary',
    title: '2025年信访接待月报',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 月份 text | B2 来访（批次） number | C2 来信 number | D2 办结率 number',
    rows: ['"一月",3,2,1', '"二月",4,null,0.75', '"三月",2,1,1'],
    notUnderstood: [],
  },
  {
    name: 'years as columns',
    drawing: `
社区指标 | < | < | <
指标 | 2023 | 2024 | 2025
户籍人口 | 3,200 | 3150 | 3100
常住人口 | 4000 | 4100 | 4200
`,
    form: 'summary',
    title: '社区指标',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 指标 text | B2 2023 number | C2 2024 number | D2 2025 number',
    rows: ['"户籍人口",3200,3150,3100', '"常住人口",4000,4100,4200'],
    notUnderstood: [],
  },
  {
    name: 'units in a row of their own',
    drawing: `
绿化补种统计表
地块 | 面积 | 棵数 | 完成率
 | (㎡) | （棵） | （%）
中心花园 | 120.5 | 30 | 80
东区 | 60 | 十二 | 75%
`,
    form: 'summary',
    title: '绿化补种统计表',
    headerRows: [2, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns: 'A2 地块 text | B3 面积/(㎡) number ㎡ | C3 棵数/（棵） number 棵 | D3 完成率/（%） number %',
    rows: ['"中心花园",120.5,30,80', '"东区",60,12,75'],
    notUnderstood: [],
  },
  {
    name: 'a year of months',
    drawing: `
2026年度社区网格走访统计 | < | < | < | < | < | < | < | < | < | < | < | < | <
网格 | 1月 | 2月 | 3月 | 4月 | 5月 | 6月 | 7月 | 8月 | 9月 | 10月 | 11月 | 12月 | 全年合计
第一网格 | 10 | 11 | 12 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 78
第二网格 | 10 | 11 | 12 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | | 69
`,
    form: 'summary',
    title: '2026年度社区网格走访统计',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns:
      'A2 网格 text | B2 1月 number | C2 2月 number | D2 3月 number | E2 4月 number | F2 5月 number | G2 6月 number | H2 7月 number | I2 8月 number | J2 9月 number | K2 10月 number | L2 11月 number | M2 12月 number | N2 全年合计 number',
    rows: ['"第一网格",10,11,12,1,2,3,4,5,6,7,8,9,78', '"第二网格",10,11,12,1,2,3,4,5,6,7,8,null,69'],
    notUnderstood: [],
  },
  {
    name: 'kinds of hardship with signatures below',
    drawing: `
困难人员汇总表
填报单位 | 和安一居 | | 填报时间 | 2026.3.1
序号 | 困难类别 | 户数 | 人数 | 备注
1 | 低保 | 12户 | 20人 |
2 | 低收入 | 三户 | 五人 |
3 | 支出型贫困 | 0 | 0 |
合计 | | 15 | 25 |
负责人：张三 | | 填表人：李四 | | 联系电话：56551234
`,
    form: 'summary',
    title: '困难人员汇总表',
    headerRows: [3, 3],
    firstDataRow: 4,
    totalsRow: 7,
    columns: 'A3 序号 number | B3 困难类别 text | C3 户数 number 户 | D3 人数 number 人 | E3 备注 text',
    rows: ['1,"低保",12,20,null', '2,"低收入",3,5,null', '3,"支出型贫困",0,0,null'],
    notUnderstood: [],
  },
  {
    name: 'income and spending under the same names',
    drawing: `
经费收支表 | < | < | < | <
月份 | 收入 | < | 支出 | <
^ | 金额（元） | 来源 | 金额（元） | 用途
1 | 1,000.00 | 街道 | 500 | 办公
2 | 壹佰元 | 街道 | 300.5元 | 活动
合计 | 1100 | | 800.5 |
`,
    form: 'summary',
    title: '经费收支表',
    headerRows: [2, 3],
    firstDataRow: 4,
    totalsRow: 6,
    columns:
      'A2 月份 number | B3 收入/金额（元） number 元 | C3 收入/来源 text | D3 支出/金额（元） number 元 | E3 支出/用途 text',
    rows: ['1,1000,"街道",500,"办公"', '2,100,"街道",300.5,"活动"'],
    notUnderstood: [],
  },
  {
    name: 'a note in several cells',
    drawing: `
人口普查摸底表 | < | <
楼号 | 户数 | 人数
1号楼 | 24 | 60
2号楼 | 24户 | 58人
3号楼 | 二十四 | 六十一
合  计 | =SUM(B3:B5) | 179
说明： | 1、本表统计截至2026年3月31日 | <
 | 2、含租户 | <
审核： | | 制表： 
`,
    form: 'summary',
    title: '人口普查摸底表',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: 6,
    columns: 'A2 楼号 text | B2 户数 number 户 | C2 人数 number 人',
    rows: ['"1号楼",24,60', '"2号楼",24,58', '"3号楼",24,61'],
    notUnderstood: ['B6 =SUM(B3:B5)', 'A7 说明：', 'B7 1、本表统计截至2026年3月31日', 'B8 2、含租户'],
  },
  {
    name: 'age groups as columns',
    drawing: `
各社区人口年龄结构 | < | < | < | <
社区 | 0-14岁 | 15-59岁 | 60岁以上 | 合计
和安一居 | 320 | 1,850 | 900 | 3070
和安二居 | 280 | 1700 | 850 | 2830
`,
    form: 'summary',
    title: '各社区人口年龄结构',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 社区 text | B2 0-14岁 number | C2 15-59岁 number | D2 60岁以上 number | E2 合计 number',
    rows: ['"和安一居",320,1850,900,3070', '"和安二居",280,1700,850,2830'],
    notUnderstood: [],
  },
  {
    name: 'sums, heads and households with figures as people write them',
    drawing: `
附件1： | | | | | | |
2026年第一季度困难人员汇总表 | < | < | < | < | < | < | <
单位：户、人、元 | < | < | < | < | < | < | <
居委会 | 低保 | < | < | 特困供养 | < | 临时救助 | <
^ | 户数 | 人数 | 金额 | 人数 | 金额 | 人次 | 金额
和安一居 | 12 | 18 | 15,600元 | 2 | 3,200 | 约5 | 2500
和安二居 | 9户 | 十三 | １１２００ | 一 | 1600 | 3 | 1,500
新芳居 | 7 | 10 | 8900 | - | - | 2人次 | 800
合计 | 28 | 41 | 35700 | 3 | 4800 | 10 | 4800
注：1.数据截至2026年3月31日；2.临时救助按人次统计。 | < | < | < | < | < | < | <
制表人：李燕 | < | < | 审核人：周敏 | < | < | 2026年4月2日 | <
`,
    form: 'summary',
    title: '2026年第一季度困难人员汇总表',
    headerRows: [4, 5],
    firstDataRow: 6,
    totalsRow: 9,
    columns:
      'A4 居委会 text | B5 低保/户数 number 户 | C5 低保/人数 number | D5 低保/金额 number 元 | E5 特困供养/人数 number | F5 特困供养/金额 number | G5 临时救助/人次 number 人次 | H5 临时救助/金额 number',
    rows: [
      '"和安一居",12,18,15600,2,3200,5,2500',
      '"和安二居",9,13,11200,1,1600,3,1500',
      '"新芳居",7,10,8900,null,null,2,800',
    ],
    notUnderstood: ['A10 注：1.数据截至2026年3月31日；2.临时救助按人次统计。'],
  },
  {
    name: 'months under a year and units in a column',
    drawing: `
社区卫生服务站慢病管理月度统计 | < | < | < | < | <
项目 | 单位 | 2026年 | < | < | 一季度小计
^ | ^ | 1月 | 2月 | 3月 | ^
高血压随访 | 人次 | 120 | 98 | 135 | 353
糖尿病随访 | 人次 | 60 | 52 | 70 | 182
新建档案 | 份 | 12 | 8 | 一十五 | 35
`,
    form: 'summary',
    title: '社区卫生服务站慢病管理月度统计',
    headerRows: [2, 3],
    firstDataRow: 4,
    totalsRow: null,
    columns:
      'A2 项目 text | B2 单位 text | C3 2026年/1月 number | D3 2026年/2月 number | E3 2026年/3月 number | F2 一季度小计 number',
    rows: [
      '"高血压随访","人次",120,98,135,353',
      '"糖尿病随访","人次",60,52,70,182',
      '"新建档案","份",12,8,15,35',
    ],
    notUnderstood: [],
  },
  {
    name: 'a slanted first cell over two lines',
    drawing: `
低保家庭人员结构统计 | < | < | <
        年龄\\n类别 | 0-18岁 | 19-59岁 | 60岁以上
城镇低保 | 3 | 12 | 8
支出型 | 1 | 5 | 2
`,
    form: 'summary',
    title: '低保家庭人员结构统计',
    headerRows: [2, 2],
    firstDataRow: 3,
    totalsRow: null,
    columns: 'A2 年龄类别 text | B2 0-18岁 number | C2 19-59岁 number | D2 60岁以上 number',
    rows: ['"城镇低保",3,12,8', '"支出型",1,5,2'],
    notUnderstood: [],
  },
  {
    name: 'the total first',
    drawing: `
2026年人口统计表 | < | < | <
街道 | 总人口 | 男 | 女
总计 | 9000 | 4400 | 4600
和安一居 | 3000 | 1500 | 1500
和安二居 | 6000 | 2900 | 3100
`,
    form: 'summary',
    title: '2026年人口统计表',
    headerRows: [2, 2],
    firstDataRow: 4,
    totalsRow: 3,
    columns: 'A2 街道 text | B2 总人口 number | C2 男 number | D2 女 number',
    rows: ['"和安一居",3000,1500,1500', '"和安二居",6000,2900,3100'],
    notUnderstood: [],
  },
];
