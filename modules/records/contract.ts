import { z } from 'zod';
import { file, IdParams, route, upload } from '#platform/contract/route.ts';
import { problems } from './problems.ts';

export const elementTypes = [
  'text',
  'longtext',
  'int',
  'decimal',
  'money',
  'date',
  'time',
  'bool',
  'code',
  'multi',
  'id_no',
  'phone',
  'address',
  'image',
  'signature',
] as const;

export const Choice = z
  .object({ code: z.string(), zh: z.string(), en: z.string() })
  .meta({ id: 'ElementChoice' });
export type Choice = z.output<typeof Choice>;

/**
 * A data element (数据元): one thing that can be known, by whatever name a department's form calls it.
 * Outside `min`–`max` is impossible; outside `low`–`high` is unusual and asked about.
 */
export const Element = z
  .object({
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    synonyms: z.array(z.string()),
    type: z.enum(elementTypes),
    unit: z.string().nullable(),
    standard: z.string().nullable(),
    choices: z.array(Choice),
    min: z.number().nullable(),
    max: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    sensitivity: z.enum(['none', 'personal', 'sensitive']),
    derivedFrom: z.string().nullable(),
  })
  .meta({ id: 'Element' });
export type Element = z.output<typeof Element>;

/** A value as a record holds it: text, number, yes/no, or a list of choice codes. */
export const RecordValue = z
  .union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(60)).max(30)])
  .meta({ id: 'RecordValue' });
export type RecordValue = z.output<typeof RecordValue>;

export const RecordValues = z.record(z.string().max(60), RecordValue).meta({ id: 'RecordValues' });
export type RecordValues = z.output<typeof RecordValues>;

/** A kind of work (工作事项). */
export const Activity = z
  .object({
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    subjectKind: z.enum(['resident', 'committee']),
    elements: z.array(
      z.object({
        element: z.string(),
        need: z.enum(['must', 'main', 'more']).describe('must 必填；main 直接显示；more 收在“更多”里'),
        reuseDays: z.int().nullable().describe('已知且不超过这些天的，不再问'),
      }),
    ),
  })
  .meta({ id: 'Activity' });
export type Activity = z.output<typeof Activity>;

/** A ledger that a record stands in, and how many cells of its form the record fills. */
export const FilledLedger = z
  .object({ id: z.uuid(), name: z.string(), department: z.string(), cells: z.int() })
  .meta({ id: 'FilledLedger' });
export type FilledLedger = z.output<typeof FilledLedger>;

export const FormField = z
  .object({
    element: Element,
    need: z.enum(['must', 'main', 'more']),
    askedBy: z.array(z.string()).describe('台账名'),
  })
  .meta({ id: 'FormField' });
export type FormField = z.output<typeof FormField>;

/** What to ask for one act of work with one person, and where it will go. */
export const EntryForm = z
  .object({
    activity: z.object({ code: z.string(), zh: z.string(), en: z.string() }),
    subject: z.object({
      kind: z.enum(['resident', 'committee']),
      id: z.uuid(),
      name: z.string().describe('打码'),
      door: z.string(),
      age: z.int().nullable(),
      leftOn: z.iso.date().nullable().describe('搬走或去世的日子；之后的事不能再记'),
    }),
    today: z.iso.date(),
    fields: z.array(FormField),
    known: z.array(z.object({ element: z.string(), zh: z.string(), asOf: z.iso.date().nullable() })),
    ledgers: z
      .array(z.object({ id: z.uuid(), name: z.string(), department: z.string() }))
      .describe('将填入的台账'),
  })
  .meta({ id: 'EntryForm' });
export type EntryForm = z.output<typeof EntryForm>;

const Reasons = z.record(z.string().max(60), z.string().trim().min(1).max(100));

export const RecordDraft = z
  .object({
    clientId: z.uuid().describe('由填写的设备生成；同一条重发不会重复'),
    activity: z.string().min(1).max(60),
    subject: z.uuid(),
    occurredOn: z.iso.date(),
    occurredAt: z.iso.datetime({ offset: true }).nullable().default(null),
    values: RecordValues,
    confirmUnusual: Reasons.default({}).describe('少见但属实的数值：数据元 → 原因'),
    source: z.enum(['typed', 'voice']).default('typed'),
  })
  .meta({ id: 'RecordDraft' });
export type RecordDraft = z.output<typeof RecordDraft>;

const subjectView = z.object({
  kind: z.enum(['resident', 'committee']),
  id: z.uuid(),
  name: z.string(),
  door: z.string(),
});

export const RecordBrief = z
  .object({
    id: z.uuid(),
    activity: z.string(),
    activityName: z.string(),
    subject: subjectView.describe('姓名打码'),
    occurredOn: z.iso.date(),
    summary: z.string().describe('如 135/85 mmHg'),
    author: z.string(),
    enteredAt: z.string(),
    revision: z.int(),
    voided: z.boolean(),
  })
  .meta({ id: 'RecordBrief' });
export type RecordBrief = z.output<typeof RecordBrief>;

export const RecordRevision = z
  .object({
    revision: z.int(),
    occurredOn: z.iso.date(),
    values: RecordValues,
    changedBy: z.string(),
    changedAt: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'RecordRevision' });
export type RecordRevision = z.output<typeof RecordRevision>;

export const RecordView = RecordBrief.extend({
  clientId: z.uuid(),
  occurredAt: z.string().nullable(),
  values: RecordValues,
  confirmed: z.record(z.string(), z.string()),
  source: z.enum(['typed', 'voice', 'import', 'api', 'derived']),
  fields: z.array(Element).describe('本事项的数据元，供显示与更正'),
  ledgers: z.array(FilledLedger).describe('现在出现在哪些台账'),
  voidedReason: z.string().nullable(),
  voidedBy: z.string().nullable(),
  revisions: z.array(RecordRevision).describe('以前的内容，新的在前'),
}).meta({ id: 'RecordView' });
export type RecordView = z.output<typeof RecordView>;

export const listElements = route({
  id: 'listElements',
  method: 'get',
  path: '/elements',
  summary: '数据元字典',
  access: 'signed-in',
  output: z.array(Element),
});

export const listActivities = route({
  id: 'listActivities',
  method: 'get',
  path: '/activities',
  summary: '工作事项',
  access: 'signed-in',
  output: z.array(Activity),
});

export const getEntryForm = route({
  id: 'getEntryForm',
  method: 'get',
  path: '/activities/{activity}/form',
  summary: '记一件事要填什么，会进哪些台账',
  access: 'records.enter',
  params: z.object({ activity: z.string().min(1).max(60) }),
  query: z.object({ resident: z.uuid().optional().describe('事关居委会本身的（巡查、会议），不用填') }),
  output: EntryForm,
  refusals: [problems.noActivity, problems.noSubject],
});

export const enterRecord = route({
  id: 'enterRecord',
  method: 'post',
  path: '/records',
  summary: '记一件事；同一 clientId 重发得到同一答复',
  access: 'records.enter',
  body: RecordDraft,
  output: z
    .object({
      record: RecordView,
      cellsSaved: z.int().describe('少抄的格数'),
      again: z.boolean().describe('此前已保存'),
    })
    .meta({ id: 'EnteredRecord' }),
  refusals: [
    problems.noActivity,
    problems.noSubject,
    problems.valuesWrong,
    problems.unusual,
    problems.dayWrong,
    problems.subjectLeft,
    problems.sentDifferently,
  ],
});

export const getRecord = route({
  id: 'getRecord',
  method: 'get',
  path: '/records/{id}',
  summary: '一条记录，连同以前的内容和所在台账',
  access: 'records.enter',
  params: IdParams,
  output: RecordView,
  refusals: [problems.noRecord],
});

export const correctRecord = route({
  id: 'correctRecord',
  method: 'put',
  path: '/records/{id}',
  summary: '更正；原来的内容保留',
  access: 'records.correct',
  params: IdParams,
  body: z
    .object({
      revision: z.int().min(1).max(1_000_000).describe('所见的版次；不是现在的版次则拒绝'),
      occurredOn: z.iso.date(),
      values: RecordValues,
      reason: z.string().trim().min(1).max(200),
      confirmUnusual: Reasons.default({}),
    })
    .meta({ id: 'RecordCorrection' }),
  output: RecordView,
  refusals: [
    problems.noRecord,
    problems.valuesWrong,
    problems.unusual,
    problems.dayWrong,
    problems.changedMeanwhile,
    problems.voided,
    problems.unchanged,
  ],
});

export const voidRecord = route({
  id: 'voidRecord',
  method: 'post',
  path: '/records/{id}/void',
  summary: '作废；内容保留，不再进任何台账',
  access: 'records.correct',
  params: IdParams,
  body: z
    .object({ revision: z.int().min(1).max(1_000_000), reason: z.string().trim().min(1).max(200) })
    .meta({ id: 'RecordVoiding' }),
  output: RecordView,
  refusals: [problems.noRecord, problems.changedMeanwhile, problems.voided, problems.valuesWrong],
});

export const listRecords = route({
  id: 'listRecords',
  method: 'get',
  path: '/records',
  summary: '本居委的记录：某一天的，或某位居民的',
  access: 'records.enter',
  query: z.object({
    day: z.iso.date().optional(),
    resident: z.uuid().optional(),
    mine: z.enum(['true', 'false']).default('false').describe('只看自己记的'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: z
    .object({ records: z.array(RecordBrief), total: z.int(), pageSize: z.int() })
    .meta({ id: 'RecordPage' }),
});

export const recordedToday = route({
  id: 'recordedToday',
  method: 'get',
  path: '/records/today',
  summary: '我今天记了几件、进了几本台账、少抄几格',
  access: 'records.enter',
  output: z.object({ records: z.int(), ledgers: z.int(), cellsSaved: z.int() }).meta({ id: 'RecordedToday' }),
});

const base64 = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9+/]+=*$/);

export const SealedEntry = z
  .object({ clientId: z.uuid(), key: base64(120), iv: base64(24), box: base64(60_000) })
  .meta({ id: 'SealedEntry' });

/** What was typed without a network; `whom` where no person could be looked up. */
export const OutboxDraft = z
  .object({
    activity: z.string().max(60),
    subject: z.uuid().nullable(),
    whom: z.string().max(60),
    occurredOn: z.iso.date(),
    occurredAt: z.iso.datetime({ offset: true }).nullable(),
    values: RecordValues,
    confirmUnusual: z.record(z.string().max(60), z.string().trim().min(1).max(100)),
  })
  .meta({ id: 'OutboxDraft' });
export type OutboxDraft = z.output<typeof OutboxDraft>;

export const OutboxAnswer = z
  .object({
    clientId: z.uuid(),
    state: z
      .enum(['stored', 'whom', 'refused', 'unreadable'])
      .describe('已存；要选是谁；有问题要看；不是这个账号封的'),
    draft: OutboxDraft.nullable(),
    record: RecordView.nullable(),
    code: z.string().nullable(),
    message: z.string().nullable(),
    stored: z.unknown().describe('已保存的另一份，供对照'),
  })
  .meta({ id: 'OutboxAnswer' });
export type OutboxAnswer = z.output<typeof OutboxAnswer>;

export const getOutboxKey = route({
  id: 'getOutboxKey',
  method: 'get',
  path: '/records/outbox/key',
  summary: '没有网络时封存记录用的公钥；私钥只在服务器',
  access: 'records.enter',
  output: z
    .object({ account: z.uuid(), committee: z.uuid().nullable(), publicKey: z.string() })
    .meta({ id: 'OutboxKey' }),
});

export const sendOutbox = route({
  id: 'sendOutbox',
  method: 'post',
  path: '/records/outbox',
  summary: '送来没有网络时封存的记录；每条只存一次，存不了的说明原因',
  access: 'records.enter',
  body: z.object({ entries: z.array(SealedEntry).min(1).max(20) }).meta({ id: 'OutboxSent' }),
  output: z.object({ answers: z.array(OutboxAnswer) }).meta({ id: 'OutboxAnswers' }),
});

export const RecordPicture = z
  .object({ id: z.uuid(), bytes: z.int(), addedBy: z.string(), addedAt: z.string() })
  .meta({ id: 'RecordPicture' });
export type RecordPicture = z.output<typeof RecordPicture>;

/** A phone sends a tenth of this: pictures are shrunk before. */
export const mostPictureBytes = 2 * 1024 * 1024;

export const listRecordPictures = route({
  id: 'listRecordPictures',
  method: 'get',
  path: '/records/{id}/pictures',
  summary: '这条记录的照片',
  access: 'records.enter',
  params: IdParams,
  output: z.array(RecordPicture),
  refusals: [problems.noRecord],
});

export const addRecordPicture = route({
  id: 'addRecordPicture',
  method: 'post',
  path: '/records/{id}/pictures',
  summary: '加一张照片（可不加）；拍摄地点、时间、机型一律去掉',
  access: 'records.enter',
  params: IdParams,
  body: upload(mostPictureBytes, 'image/jpeg'),
  output: z.array(RecordPicture),
  refusals: [problems.noRecord, problems.noPicture, problems.pictureTooMany],
});

export const showRecordPicture = route({
  id: 'showRecordPicture',
  method: 'get',
  path: '/records/{id}/pictures/{picture}',
  summary: '一张照片',
  access: 'records.enter',
  params: IdParams.extend({ picture: z.uuid() }),
  output: file('image/jpeg'),
  refusals: [problems.noRecord],
});
