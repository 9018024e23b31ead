/** How a register field is read from a cell and kept. */
type FieldKind =
  | 'name'
  | 'sex'
  | 'birth'
  | 'id_no'
  | 'phone'
  | 'door'
  | 'text'
  | 'code'
  | 'multi'
  | 'day'
  | 'credit_code'
  | 'number';

export interface FieldChoice {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Other words people write for it. */
  readonly also?: readonly string[];
}

export interface RegisterField {
  /** The data element's code; the records' dictionary uses the same. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: FieldKind;
  /** Other headings for the same column. */
  readonly synonyms: readonly string[];
  readonly choices?: readonly FieldChoice[];
  readonly sensitive?: boolean;
}

export const choice = (code: string, zh: string, en: string, ...also: string[]): FieldChoice => ({
  code,
  zh,
  en,
  also,
});

/** GB/T 2261.1. */
const sexes = [
  choice('1', '男', 'Male', 'M', '男性'),
  choice('2', '女', 'Female', 'F', '女性'),
  choice('9', '未说明', 'Not said'),
  choice('0', '未知', 'Not known'),
];

const living = [
  choice('alone', '独居', 'Alone', '独自居住', '一人居住', '单独居住'),
  choice('spouse', '与配偶同住', 'With spouse', '纯老家庭', '老夫妻', '两老同住'),
  choice('family', '与家人同住', 'With family', '与子女同住', '与子女居住', '非独居'),
  choice('carer', '与保姆同住', 'With a carer', '与护工同住'),
  choice('institution', '入住机构', 'In an institution', '养老院', '养老机构'),
];
const selfcare = [
  choice('able', '能力完好', 'Able', '自理', '完全自理', '能自理', '生活自理'),
  choice('mild', '轻度失能', 'Mildly impaired', '轻度', '基本自理'),
  choice('moderate', '中度失能', 'Moderately impaired', '中度', '半自理', '半失能'),
  choice('severe', '重度失能', 'Severely impaired', '重度', '不能自理', '失能'),
  choice('full', '完全失能', 'Fully impaired', '全失能'),
];
const chronic = [
  choice('hypertension', '高血压', 'Hypertension', '血压高'),
  choice('diabetes', '糖尿病', 'Diabetes', '血糖高'),
  choice('coronary', '冠心病', 'Coronary heart disease', '心脏病'),
  choice('stroke', '脑卒中', 'Stroke', '中风', '脑梗'),
  choice('copd', '慢阻肺', 'COPD', '慢性阻塞性肺病'),
  choice('tumour', '恶性肿瘤', 'Tumour', '肿瘤', '癌症'),
  choice('other', '其他', 'Other'),
];
const aid = [
  choice('minimum', '低保', 'Minimum living allowance', '最低生活保障'),
  choice('marginal', '低收入', 'Low income', '低保边缘'),
  choice('extreme', '特困', 'Extreme hardship', '特困供养', '五保'),
  choice('temporary', '临时救助', 'Temporary aid'),
];

const disability = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'].map((zh, i) =>
  choice(
    String(i + 1),
    `${zh}残疾`,
    ['Sight', 'Hearing', 'Speech', 'Physical', 'Intellectual', 'Mental', 'Multiple'][i] ?? '',
    zh,
  ),
);
const grades = ['一级', '二级', '三级', '四级'].map((zh, i) =>
  choice(String(i + 1), zh, `Grade ${i + 1}`, String(i + 1)),
);
const jobs = [
  choice('employed', '在职', 'Employed', '就业', '上班'),
  choice('retired', '退休', 'Retired', '离退休', '退休人员'),
  choice('unemployed', '失业', 'Unemployed', '无业', '待业'),
  choice('student', '在读', 'Student', '学生'),
];

/**
 * The columns of the residents' register (居民底册), in the order the blank form has them. Headings are
 * matched by name and synonym, so any order and most existing forms will do.
 */
export const registerFields: readonly RegisterField[] = [
  {
    code: 'person.name',
    zh: '姓名',
    en: 'Name',
    kind: 'name',
    synonyms: ['居民姓名', '老人姓名', '户主姓名', '人员姓名'],
  },
  { code: 'person.sex', zh: '性别', en: 'Sex', kind: 'sex', synonyms: [], choices: sexes },
  {
    code: 'person.id_no',
    zh: '公民身份号码',
    en: 'Citizen ID number',
    kind: 'id_no',
    synonyms: ['身份证号', '身份证号码', '身份证', '证件号码', '公民身份证号码'],
    sensitive: true,
  },
  {
    code: 'person.birth',
    zh: '出生日期',
    en: 'Date of birth',
    kind: 'birth',
    synonyms: ['出生年月', '出生年月日', '生日'],
  },
  {
    code: 'person.phone',
    zh: '联系电话',
    en: 'Phone',
    kind: 'phone',
    synonyms: ['电话', '手机', '手机号', '手机号码', '联系方式', '联系电话号码'],
    sensitive: true,
  },
  {
    code: 'place.building',
    zh: '楼号',
    en: 'Building',
    kind: 'door',
    synonyms: ['楼组', '楼栋', '楼幢', '幢号', '号楼', '门牌号', '几号楼'],
  },
  {
    code: 'place.room',
    zh: '室号',
    en: 'Room',
    kind: 'door',
    synonyms: ['室', '房号', '房间号', '房间', '门室'],
  },
  {
    code: 'place.address',
    zh: '现住址',
    en: 'Present address',
    kind: 'text',
    synonyms: ['住址', '地址', '家庭住址', '居住地址', '家庭地址', '居住地'],
  },
  {
    code: 'person.living',
    zh: '居住方式',
    en: 'Living arrangement',
    kind: 'code',
    synonyms: ['居住情况', '居住状况', '是否独居'],
    choices: living,
  },
  {
    code: 'person.selfcare',
    zh: '自理能力',
    en: 'Self-care ability',
    kind: 'code',
    synonyms: ['失能等级', '生活自理能力'],
    choices: selfcare,
    sensitive: true,
  },
  {
    code: 'person.chronic',
    zh: '慢性病',
    en: 'Chronic diseases',
    kind: 'multi',
    synonyms: ['慢病', '患病情况', '疾病', '慢性病种'],
    choices: chronic,
    sensitive: true,
  },
  {
    code: 'person.job',
    zh: '从业状况',
    en: 'Employment status',
    kind: 'code',
    synonyms: ['就业状况', '职业状况', '在职情况'],
    choices: jobs,
  },
  {
    code: 'aid.kind',
    zh: '救助类别',
    en: 'Kind of aid',
    kind: 'code',
    synonyms: ['享受待遇', '救助类型', '低保情况'],
    choices: aid,
    sensitive: true,
  },
  {
    code: 'dis.kind',
    zh: '残疾类别',
    en: 'Disability kind',
    kind: 'code',
    synonyms: ['残疾类型'],
    choices: disability,
    sensitive: true,
  },
  {
    code: 'dis.level',
    zh: '残疾等级',
    en: 'Disability level',
    kind: 'code',
    synonyms: ['残疾级别'],
    choices: grades,
    sensitive: true,
  },
  {
    code: 'person.emergency_name',
    zh: '紧急联系人',
    en: 'Emergency contact',
    kind: 'text',
    synonyms: ['子女姓名', '联系人', '紧急联络人'],
  },
  {
    code: 'person.emergency_phone',
    zh: '紧急联系人电话',
    en: 'Emergency contact phone',
    kind: 'phone',
    synonyms: ['子女电话', '联系人电话', '紧急联系电话'],
    sensitive: true,
  },
  {
    code: 'person.volunteer_pair',
    zh: '结对志愿者',
    en: 'Paired volunteer',
    kind: 'text',
    synonyms: ['结对人', '结对人员'],
  },
];

export const registerField = (code: string): RegisterField | undefined =>
  registerFields.find((one) => one.code === code);

/** What a person reads for a stored value: the words of codes, the rest as it is. */
export const sayValue = (field: RegisterField, value: unknown): string => {
  const word = (code: unknown) => field.choices?.find((one) => one.code === code)?.zh ?? String(code);
  return Array.isArray(value) ? value.map(word).join('、') : word(value);
};
