import type { Activity } from '../contract.ts';

type SubjectKind = Activity['subjectKind'];

/**
 * Kinds of work beside home visits, as the forms of the departments ask for them. A word with `!` must be
 * filled in, one with `+` lies under "more"; the rest is in sight where a ledger asks for it.
 */
const declared: readonly (readonly [string, string, string, SubjectKind, string])[] = [
  [
    'care_assessment',
    '居家养老评估',
    'Home care assessment',
    'resident',
    'person.selfcare! person.living person.income person.edu+ person.marital+ person.ethnic+ person.hukou+ person.guardian+ act.note+',
  ],
  [
    'aid_grant',
    '帮困救助发放',
    'Relief granted',
    'resident',
    'aid.kind! aid.amount! aid.reason aid.item+ act.note+',
  ],
  ['card_issue', '敬老卡发放', 'Card handed out', 'resident', 'card.no! card.issued card.receiver act.note+'],
  [
    'maternity',
    '孕产妇登记',
    'Mother registered',
    'resident',
    'fam.preg! fam.children person.hukou_type act.note+',
  ],
  [
    'mental_visit',
    '精神障碍患者随访',
    'Mental health visit',
    'resident',
    'health.risk! act.mode health.drug health.symptom person.selfcare+ person.guardian+ act.next act.note+',
  ],
  [
    'reception',
    '来访接待',
    'Reception',
    'resident',
    'act.topic! act.content act.result case.kind act.source act.time+ case.no+ case.summary+ act.referred+ act.closed_on+ act.satisfied+ act.note+',
  ],
  [
    'mediation',
    '矛盾纠纷调解',
    'Mediation',
    'resident',
    'case.kind! case.partyB case.summary act.content act.result case.partyA+ case.no+ act.closed_on+ act.satisfied+ act.note+',
  ],
  [
    'party_service',
    '在职党员服务',
    'Service by a party member',
    'resident',
    'act.content! act.hours party.branch person.employer+ act.note+',
  ],
  [
    'relocation_talk',
    '动迁洽谈',
    'Talk about relocation',
    'resident',
    'act.content! act.status aid.amount aid.members+ place.area+ act.note+',
  ],
  [
    'housing_application',
    '住房保障受理',
    'Housing application',
    'resident',
    'act.status! aid.members person.income place.area act.note+',
  ],
  [
    'facility_repair',
    '公共设施报修',
    'Repair asked for',
    'resident',
    'fac.name! fac.fault place.estate place.building+ fac.repairer+ act.closed_on+ act.satisfied+ act.note+',
  ],
  [
    'blood_donation',
    '无偿献血',
    'Blood donated',
    'resident',
    'blood.ml! blood.type aid.item+ card.no+ act.note+',
  ],
  [
    'job_help',
    '就业援助',
    'Help with a job',
    'resident',
    'act.content! act.result vol.skill+ person.edu+ person.job+ act.note+',
  ],
  [
    'rental_check',
    '出租房检查',
    'Rented home checked',
    'resident',
    'rent.group! place.tenants place.rooms rent.fire4 chk.hazard chk.done chk.due+ place.owner+ place.area+ place.use+ rent.contract+ act.note+',
  ],
  [
    'owners_committee',
    '业委会换届',
    'Owners’ committee',
    'resident',
    'com.post! place.estate com.term com.fund+ act.note+',
  ],
  [
    'fire_check',
    '消防安全检查',
    'Fire safety check',
    'committee',
    'org.name! chk.item chk.hazard chk.level chk.done chk.due+ org.address+ org.leader+ chk.reviewer+ act.note+',
  ],
  [
    'hazard_patrol',
    '安全隐患巡查',
    'Hazard patrol',
    'committee',
    'place.estate! chk.item chk.hazard chk.done place.building+ act.note+',
  ],
  [
    'safety_patrol',
    '平安巡逻',
    'Safety patrol',
    'committee',
    'act.count! place.estate act.time chk.hazard act.result vol.group+ act.note+',
  ],
  [
    'party_life',
    '组织生活',
    'Party life',
    'committee',
    'act.topic! act.count act.place act.host act.recorder+ act.minutes+ party.branch+ act.note+',
  ],
  [
    'volunteer_event',
    '志愿服务活动',
    'Volunteer event',
    'committee',
    'act.topic! act.count act.hours act.place vol.group+ act.content+ act.note+',
  ],
  [
    'waste_check',
    '垃圾分类巡查',
    'Waste sorting check',
    'committee',
    'waste.bin! waste.purity waste.wet chk.hazard chk.done act.time+ place.estate+ waste.guide+ act.note+',
  ],
  [
    'food_check',
    '食品安全检查',
    'Food safety check',
    'committee',
    'org.name! food.score chk.item chk.hazard chk.done org.uscc+ org.address+ org.leader+ food.licence+ act.note+',
  ],
  [
    'flood_duty',
    '防汛值守',
    'Flood duty',
    'committee',
    'flood.point! act.time flood.stock flood.qty chk.hazard act.result place.estate+ act.note+',
  ],
  [
    'committee_meeting',
    '居委会会议',
    'Committee meeting',
    'committee',
    'act.topic! act.count act.place act.host act.recorder+ act.minutes+ act.result+ act.note+',
  ],
  [
    'training',
    '学习培训',
    'Training',
    'committee',
    'act.topic! act.count act.place act.host act.recorder+ act.minutes+ act.note+',
  ],
  [
    'property_meeting',
    '物业联席会议',
    'Meeting with the property manager',
    'committee',
    'act.topic! org.name act.count act.place act.host+ act.minutes+ act.result+ act.note+',
  ],
  [
    'health_campaign',
    '爱国卫生活动',
    'Health campaign',
    'committee',
    'act.topic! act.count act.place act.result act.note+',
  ],
  [
    'pest_control',
    '除四害消杀',
    'Pest control',
    'committee',
    'pest.kind! pest.drug pest.amount place.estate act.note+',
  ],
  [
    'culture_event',
    '文体科普活动',
    'Culture event',
    'committee',
    'act.topic! act.count act.place act.content+ act.note+',
  ],
  [
    'shop_survey',
    '沿街商铺走访',
    'Shop visited',
    'committee',
    'org.name! place.use chk.item org.staff org.uscc+ org.address+ org.leader+ org.licence+ act.note+',
  ],
];

/** Known of a person for long, whichever act said it; asked again after a year. */
const lasting = /^(person|dis|party|vol|place)\./;
export const isLasting = (element: string): boolean => lasting.test(element);

const asked = (word: string, subjectKind: SubjectKind): Activity['elements'][number] => {
  const element = word.replace(/[!+]$/, '');
  const need = word.endsWith('!') ? 'must' : word.endsWith('+') ? 'more' : 'main';
  const reused = subjectKind === 'resident' && need !== 'must' && isLasting(element);
  return { element, need, reuseDays: reused ? 365 : null };
};

export const moreActivities: readonly Activity[] = declared.map(([code, zh, en, subjectKind, elements]) => ({
  code,
  zh,
  en,
  subjectKind,
  elements: elements.split(' ').map((word) => asked(word, subjectKind)),
}));
