import { booleans, choices, cues } from './domains.ts';

/** Everyday spoken words that are frequent in offices and stairwells and rare in print. */
const spoken = `
  师傅 钟点工 老花镜 来西 高来西 得来 吓煞 屋里 屋里厢 伊拉 阿拉 辰光 物事 隔壁 楼上 楼下
  老太 老头 老伴 小囡 囡儿 囡囡 弄堂 菜场 居委 居委会 街道 社区 物业 保安 保洁 志愿者
  党员 支部 书记 社工 楼组长 网格 底楼 顶楼 过道 走道 楼道 门洞 门禁 车棚 车库 电瓶车
  助动车 煤气 燃气 热水器 轮椅 拐杖 扶手 药盒 血压计 血糖仪 试纸 胰岛素 降压药 身份证
  户口本 户口簿 残疾证 低保 医保卡 社保卡 病历 发票 收据 照片 复印件 银行卡 流水 证明
  申请表 租约 合同 房产证 房租 租金 租客 房东 租户 中介 二房东 隔断 群租 钥匙 马桶 阴沟
  水管 龙头 电闸 空开 跳闸 电梯 路灯 灯泡 声控灯 灭火器 消防栓 纸板箱 花盆 鞋柜 垃圾桶
  垃圾房 飞线 泰迪 柯基 金毛 比熊 博美 雪纳瑞 拉布拉多 草狗 土狗 狗证 狗牌 疫苗 流感 肺炎
  体检 肠癌 两癌 妇科 带状疱疹 党课 党日 支委会 会议室 活动室 服务站 守桶 巡逻 反诈 理发
  上门 打电话 微信 视频 高压 低压 心跳 脉搏 血糖 空腹 饭后 餐后 今朝 昨日 明朝 后日 前日
  夜里 夜头 礼拜 礼拜天 钟头 刚刚 等会儿 待会儿 马马虎虎 老样子 还可以 蛮好 挺好 高兴 开心
  难过 讲起来 晓得 关照 搭伙 张罗 方便 安全 安静 安排 平时 常来 时常 万一 金额 高血压
  高血脂 白跑 红灯 车位 水费 双方 应到 告示 空调 空关 毛病 谈拢 谈崩 谈好 谈妥 查到 查过
  查好 晏点 相骂 卫健 皮管 时好时坏 党群 支委 养狗 养着 养了 那边 那个 那里 那位 那家
  那只 那条 公共 边上 都好 别人 越来越 段时间 房贷 毛坯 程度 安好 温馨 单子 徽章 党徽
  马甲 签到 名单 台账 通知 打印 档案
`;

const words = new Set(spoken.trim().split(/\s+/));
const sources = [
  ...choices.flatMap((domain) => domain.options.map((option) => `${option.names}|${option.says}`)),
  ...booleans.map((domain) => [domain.topics, domain.yes, domain.no].join('|')),
  ...cues.map((domain) => [domain.before, domain.after].join('|')),
];
for (const source of sources) for (const run of source.match(/[\u4e00-\u9fff]{2,4}/g) ?? []) words.add(run);

/** A word people use about the things the thesaurus knows, or one of everyday speech. */
export const isDomainWord = (word: string): boolean => words.has(word);
