import { plain } from './text.ts';

const WHOLE = new Set(
  (
    '序号 编号 姓名 性别 年龄 民族 籍贯 学历 职业 职务 职称 住址 地址 电话 手机 备注 户主 日期 时间 月份 年度 季度 地点 类别 类型 内容 结果 方式 等级 ' +
    '级别 金额 数量 单价 单位 人数 户数 次数 面积 用途 来源 照片 签名 签字 签收 签到 项目 指标 合计 小计 总计 网格 楼组 楼号 室号 门牌 弄号 车牌 居委 居委会 社区 街道 村居 ' +
    '收缩压 舒张压 高压 低压 血压 血糖 心率 脉搏 体温 身高 体重 婚姻 文化 党派 信仰 关系 称谓 事由 主题 议题 主持 记录 参加 出席 缺席 应到 实到 天气 品种 ' +
    '户籍 房号 房型 产权 租金 押金 租期 措施 责任人 经办 物资 物品 规格 型号 存放 有效期 增减 本年 上年 累计 ' +
    '是否 有无 说明 情况 原因 诉求 意见 建议 问题 标题 名称 代码 组长 组员 罪名 刑期 案由 户号 特长 毛色 评语 附件 盖章 邮箱 邮编 微信 网址 传真 店名 招牌 车位 车型 楼层 单元 幢号 栋号 小区 班组 届别 职级 军衔 兵种 工龄 党龄 工种 进展 进度 状态 用药 病史 疾病'
  ).split(' '),
);

const ENDINGS =
  '姓名|名称|性别|年龄|民族|日期|时间|年月|年月日|月份|电话|手机|手机号|地址|住址|地点|情况|状况|状态|类型|类别|种类|编号|号码|证号|身份证|账号|卡号|原因|事由|意见|签名|签字|签章|' +
  '面貌|程度|关系|职业|职务|单位|金额|人数|户数|总数|人口数|间数|件数|个数|天数|份数|数量|次数|备注|负责人|联系人|责任人|经办人|监护人|走访人|检查人|记录人|填表人|探访人|调解人|面积|内容|措施|结果|方式|等级|级别|标准|' +
  '来源|收入|支出|期限|时限|事项|问题|建议|需求|诉求|成员|照片|学历|籍贯|性质|用途|部位|位置|说明|主题|对象|项目|方法|所属|档案|技能|特长|爱好|病史|指标|病种|主持人|申请人|当事人|参加人员|出席人员|列席人员|参会人员|缺席人员|工作人员|受访人|被访人|汇报人|值班人|领取人|发放人|受理人|处理人|接待人|来访人|反映人|巡查人|巡逻人|报修人|投诉人|审批人|户主|理由|简介|简历|经过|结论|经历|摘要|评价';
/** 谈话人, 帮扶人: who did it; but 本人, 老人, 残疾人 are answers. */
const WHO =
  /^(?!本人|老人|众人|别人|家人)[\u4e00-\u9fa5]{1,4}(?<!残疾|[地海籍国省市外男女盲聋病商农工军名他无有个一二两三数])人$/;
const ENDS = new RegExp(`^[^，。；！？,;!?]{0,12}(?:${ENDINGS})$`);

/** A label without what only explains it: brackets, a colon at the end, marks of "required". */
const bare = (text: string): string =>
  plain(text)
    .replace(/[([【〔][^()[\]【】〔〕]*[)\]】〕]/g, '')
    .replace(/[:*]+$/, '')
    .replace(/^\*+/, '');

/** Whether a text is known as the name of something asked for, not an answer: 姓名, 家庭住址, 身体状况. */
export const isKnownLabel = (text: string): boolean => {
  if (text.length > 30) return false;
  const label = bare(text);
  if (label === '' || label.length > 16 || /^\d/.test(label)) return false;
  // 无意见, 没有问题, 高血压 are answers.
  if (/^(无|没有|暂无|未|不|有)/.test(label) && !WHOLE.has(label)) return false;
  return WHOLE.has(label) || ENDS.test(label) || WHO.test(label);
};

/** Whether a text could name a column at all: short, and no number, date or sentence. */
export const mayBeLabel = (text: string): boolean => {
  const label = plain(text);
  return (
    label !== '' &&
    label.length <= 40 &&
    !/^[-+\d.,:/年月日%]+$/.test(label.replace(/^\d+(月|年|季度)$/, '')) &&
    !/[。；]/.test(label)
  );
};
