import { choice, type FieldChoice, type RegisterField } from './fields.ts';

export const placeRegisters = ['premises', 'organisation'] as const;
export type PlaceRegister = (typeof placeRegisters)[number];

const premisesKinds = [
  choice('shop', '沿街商铺', 'Shop', '商铺', '门店', '店铺', '小店'),
  choice('rented', '出租房', 'Rented flat', '租赁房', '出租屋', '出租', '租赁'),
  choice('public', '公共场所', 'Public place', '公共设施', '活动室'),
  choice('vacant', '空置房', 'Vacant', '空置', '空关房'),
  choice('storage', '仓库', 'Storage', '库房'),
  choice('other', '其他', 'Other'),
];
const organisationKinds = [
  choice('company', '企业', 'Company', '公司', '法人企业'),
  choice('trader', '个体工商户', 'Sole trader', '个体', '个体户'),
  choice('school', '学校', 'School', '中学', '小学', '幼儿园', '托育机构', '学校幼托'),
  choice('medical', '医疗机构', 'Clinic or hospital', '医院', '诊所', '卫生服务站', '卫生站'),
  choice('care', '养老机构', 'Care home', '养老院', '日间照料中心'),
  choice('owners_committee', '业委会', "Owners' committee", '业主委员会'),
  choice('property', '物业企业', 'Property manager', '物业', '物业公司', '物业服务企业'),
  choice('social', '社会组织', 'Social organisation', '社团', '民非', '社区社会组织'),
  choice('public_body', '机关事业单位', 'Public body', '机关', '事业单位'),
  choice('other', '其他', 'Other'),
];
const yesNo = [
  choice('1', '是', 'Yes', '有', '√', 'Y'),
  choice('0', '否', 'No', '不是', '没有', '无', 'N', '×'),
];

type Field = RegisterField;
const field = (
  code: string,
  zh: string,
  en: string,
  kind: Field['kind'],
  synonyms: readonly string[] = [],
  choices?: readonly FieldChoice[],
): Field => ({ code, zh, en, kind, synonyms, ...(choices ? { choices } : {}) });

const building = field('place.building', '楼号', 'Building', 'door', [
  '楼组',
  '楼栋',
  '楼幢',
  '幢号',
  '门牌号',
]);
const room = field('place.room', '室号', 'Room', 'door', ['室', '房号', '房间号', '单元']);
const note = field('place.note', '备注', 'Note', 'text', ['说明']);

/** Which of a register's columns are what every place has; the rest lies in `attributes`. */
interface PlaceShape {
  readonly zh: string;
  readonly name: string;
  readonly kind: string;
  readonly code: string | null;
  readonly address: string;
  readonly contact: string;
  readonly phone: string;
  /** A flat goes by its door; a company must have a name. */
  readonly named: boolean;
  readonly fields: readonly Field[];
}

export const placeShapes: Readonly<Record<PlaceRegister, PlaceShape>> = {
  premises: {
    zh: '场所房屋',
    name: 'place.name',
    kind: 'place.use',
    code: null,
    address: 'place.address',
    contact: 'place.owner',
    phone: 'place.owner_phone',
    named: false,
    fields: [
      field('place.name', '名称', 'Name', 'text', ['场所名称', '店名', '商铺名称', '招牌', '门店名称']),
      field(
        'place.use',
        '房屋用途',
        'Use',
        'code',
        ['类别', '类型', '用途', '场所类别', '场所类型', '房屋性质'],
        premisesKinds,
      ),
      building,
      room,
      field('place.address', '地址', 'Address', 'text', [
        '住址',
        '房屋地址',
        '场所地址',
        '现住址',
        '门牌地址',
      ]),
      field('place.owner', '产权人', 'Owner', 'name', [
        '房东',
        '业主',
        '经营者',
        '店主',
        '负责人',
        '联系人',
        '房东姓名',
      ]),
      field('place.owner_phone', '产权人电话', 'Owner phone', 'phone', [
        '房东电话',
        '联系电话',
        '电话',
        '手机',
        '联系方式',
        '负责人电话',
      ]),
      field('place.area', '建筑面积', 'Floor area (m²)', 'number', ['面积', '面积(平方米)']),
      field('place.rooms', '房间数', 'Rooms', 'number', ['间数']),
      field('place.tenants', '居住人数', 'Occupants', 'number', ['租住人数', '承租人数', '租客人数']),
      field('rent.contract', '租赁起止', 'Lease term', 'text', ['租期', '租赁期限', '合同期限']),
      field('rent.group', '是否群租', 'Group-rented', 'code', ['群租'], yesNo),
      note,
    ],
  },
  organisation: {
    zh: '单位',
    name: 'org.name',
    kind: 'org.kind',
    code: 'org.uscc',
    address: 'org.address',
    contact: 'org.leader',
    phone: 'org.phone',
    named: true,
    fields: [
      field('org.name', '单位名称', 'Organisation', 'text', [
        '名称',
        '企业名称',
        '公司名称',
        '机构名称',
        '单位',
        '组织名称',
      ]),
      field(
        'org.kind',
        '单位类别',
        'Kind',
        'code',
        ['类别', '类型', '单位类型', '单位性质', '企业类型'],
        organisationKinds,
      ),
      field('org.uscc', '统一社会信用代码', 'Social credit code', 'credit_code', [
        '信用代码',
        '社会信用代码',
        '机构代码',
        '营业执照号',
      ]),
      building,
      room,
      field('org.address', '单位地址', 'Address', 'text', [
        '地址',
        '注册地址',
        '经营地址',
        '办公地址',
        '住所',
      ]),
      field('org.leader', '负责人', 'Person in charge', 'name', [
        '法定代表人',
        '法人',
        '法人代表',
        '联系人',
        '校长',
        '主任',
        '经营者',
      ]),
      field('org.phone', '单位电话', 'Phone', 'phone', [
        '联系电话',
        '电话',
        '手机',
        '联系方式',
        '负责人电话',
      ]),
      field('org.staff', '从业人数', 'Staff', 'number', ['员工人数', '职工人数', '人数']),
      field('org.licence', '许可证号', 'Licence number', 'text', ['许可证', '证照编号']),
      field('com.term', '届期', 'Term', 'text', ['任期', '届别']),
      note,
    ],
  },
};

export const placeField = (register: PlaceRegister, code: string): Field | undefined =>
  placeShapes[register].fields.find((one) => one.code === code);

export const kindsOf = (register: PlaceRegister): readonly FieldChoice[] =>
  placeField(register, placeShapes[register].kind)?.choices ?? [];
