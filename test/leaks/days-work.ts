import { randomUUID } from 'node:crypto';
import { writeCsv } from '#engines/sheets';
import { exportLedger, previewLedgerPaper } from '#modules/ledgers/contract';
import { requestMeeting } from '#modules/meetings/contract';
import {
  applyOrganisationImport,
  listCadres,
  openCadrePhone,
  previewOrganisationImport,
} from '#modules/organisation/contract';
import { correctRecord, enterRecord, getEntryForm, voidRecord } from '#modules/records/contract';
import {
  getResident,
  importResidents,
  openResident,
  previewResidentImport,
  searchResidents,
} from '#modules/registers/contract';
import { addDays, officeDay } from '#platform/calendar/calendar.ts';
import { CallError, type Client, type Office } from '../office.ts';
import type { Canary } from './canaries.ts';

/** What a day leaves behind: ids to ask about, what was answered, and what only some may be told. */
export interface Day {
  readonly residents: readonly string[];
  readonly record: string;
  readonly ledgers: ReadonlyMap<string, string>;
  /** Bodies of refusals, whoever got them. */
  readonly refusals: readonly string[];
  /** What was shown in full to those who may, for a reason they gave. */
  readonly opened: readonly string[];
}

const header = ['姓名', '身份证号', '手机', '楼号', '室号', '居住情况', '慢性病', '紧急联系人电话'];
const rowOf = ({ name, idNo, phone, otherPhone }: Canary, index: number): string[] => [
  name,
  idNo,
  phone,
  '3',
  `50${index}`,
  '独居',
  '高血压',
  otherPhone,
];
const csv = (titles: string[], ...rows: string[][]) => new TextEncoder().encode(writeCsv(titles, rows));

/** Collects refusals as they were sent. */
const refusalsOf = (kept: string[]) => ({
  call: async (doing: Promise<unknown>): Promise<void> => {
    const error = await doing.then(
      () => new Error('not refused'),
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof CallError)) throw error;
    const { status, code, message, errors, facts } = error;
    kept.push(JSON.stringify({ status, code, message, errors, facts }));
  },
  raw: async (client: Client, method: string, path: string, body?: string): Promise<void> => {
    const response = await client.raw(method, path, {
      ...(body === undefined ? {} : { body }),
      headers: { 'content-type': 'application/json' },
    });
    if (response.ok) throw new Error(`not refused: ${method} ${path.split('?')[0]}`);
    kept.push(await response.text());
  },
});

/** Residents come in from a spreadsheet; wrong cells and a changed file are refused. */
const bringResidents = async (head: Client, canaries: readonly Canary[], kept: string[]) => {
  const refused = refusalsOf(kept);
  const body = csv(header, ...canaries.map(rowOf));
  const { digest } = await head.call(previewResidentImport, { body });
  await refused.call(head.call(importResidents, { body: csv(header), query: { digest } }));
  await head.call(importResidents, { body, query: { digest } });
  for (const { name, idNo, phone } of canaries) {
    const wrong = csv(
      header,
      [name, `${idNo.slice(0, 17)}?`, `${phone}77`, '', '', idNo, phone, idNo],
      // Columns that slipped by one, and a number twice.
      [idNo, phone, idNo, '', '', '', '', ''],
      [name, idNo, phone, '3', '501', '', '', ''],
      [name, idNo, phone, '3', '502', '', '', ''],
    );
    const { remarks, digest: other } = await head.call(previewResidentImport, { body: wrong });
    kept.push(JSON.stringify(remarks));
    await refused.call(head.call(importResidents, { body: wrong, query: { digest: other } }));
    await refused.call(head.call(previewResidentImport, { body: csv([idNo, phone]) }));
  }
};

/** Somebody types a number where it does not belong: in an address, a user name, a broken body. */
const slipOfTheHand = async (office: Office, head: Client, canary: Canary, kept: string[]) => {
  const refused = refusalsOf(kept);
  const { idNo, phone } = canary;
  await refused.raw(head, 'GET', `/api/residents/${idNo}`);
  await refused.raw(head, 'GET', `/api/${phone}`);
  await refused.raw(head, 'GET', `/api/residents?tag=${idNo}`);
  await refused.raw(head, 'GET', `/api/live?topics=committee:${phone}`);
  await refused.raw(head, 'POST', '/api/residents/search', `{"text":"${idNo}`);
  await refused.raw(head, 'POST', '/api/residents/search', JSON.stringify({ text: idNo.repeat(9) }));
  await refused.raw(head, 'POST', '/api/residents/search', JSON.stringify({ text: { at: idNo } }));
  for (const username of [idNo, phone]) {
    const body = JSON.stringify({ username, password: idNo });
    await refused.raw(office.anonymous, 'POST', '/api/session', body);
  }
  await refused.raw(head, 'PUT', '/api/account/password', JSON.stringify({ current: idNo, next: phone }));
};

/** Found, opened, visited, written down, corrected, one thrown away. */
const visit = async (member: Client, canary: Canary, kept: string[], opened: string[]) => {
  const refused = refusalsOf(kept);
  const { idNo, phone } = canary;
  const [found] = await member.call(searchResidents, { body: { text: idNo } });
  await member.call(searchResidents, { body: { text: phone } });
  await member.call(searchResidents, { body: { text: phone.slice(-4) } });
  const resident = found?.id ?? '';
  const params = { id: resident };
  await member.call(getResident, { params });
  opened.push(JSON.stringify(await member.call(openResident, { params, body: { reason: 'visit' } })));
  await refused.call(member.call(openResident, { params, body: { reason: idNo as 'visit' } }));
  await member.call(getEntryForm, { params: { activity: 'home_visit' }, query: { resident } });
  const draft = { activity: 'home_visit', subject: resident, occurredOn: officeDay() };
  const enter = (values: Record<string, string | number>, more = {}) =>
    member.call(enterRecord, { body: { ...draft, clientId: randomUUID(), values, ...more } });
  const pressure = { 'bp.sys': 165, 'bp.dia': 92, 'act.mode': 'home' };
  await refused.call(enter({ ...pressure, 'act.note': `身份证${idNo}` }));
  await refused.call(enter({ ...pressure, 'person.phone': phone }));
  await refused.call(enter({ ...pressure, 'bp.sys': idNo }));
  await refused.call(enter({ ...pressure, 'bp.sys': 251 }, { confirmUnusual: { 'bp.sys': idNo } }));
  const { record } = await enter(pressure);
  const { record: slip } = await enter(pressure);
  const correct = (reason: string) =>
    member.call(correctRecord, {
      params: { id: record.id },
      body: { revision: 1, occurredOn: officeDay(), values: { ...pressure, 'bp.sys': 160 }, reason },
    });
  await refused.call(correct(`抄错，${idNo}`));
  await correct('抄错');
  const discard = (reason: string) =>
    member.call(voidRecord, { params: { id: slip.id }, body: { revision: 1, reason } });
  await refused.call(discard(idNo));
  await discard('重复');
  return { resident, record: record.id };
};

/** Ledgers go out on paper and as files to those who say what for. */
const takeOut = async (
  takers: readonly Client[],
  ledgers: Iterable<string>,
  kept: string[],
  opened: string[],
) => {
  const refused = refusalsOf(kept);
  for (const id of ledgers)
    for (const taker of takers) {
      const params = { id };
      const take = (as: 'csv' | 'xlsx') =>
        taker.file(exportLedger, { params, body: { as, purpose: 'filing' as const } });
      const csvFile = await take('csv').catch((error: CallError) => kept.push(error.message) && null);
      if (!csvFile) continue;
      opened.push(await csvFile.text());
      await take('xlsx');
      await taker.call(previewLedgerPaper, { params, query: { purpose: 'work' } });
      await refused.raw(taker, 'POST', `/api/ledgers/${id}/export`, '{"as":"csv"}');
    }
};

/** Cadres come in from a spreadsheet, with their phones. */
const bringCadres = async (admin: Client, { name, phone }: Canary, kept: string[], opened: string[]) => {
  const titles = ['所属', '姓名', '职务', '手机'];
  const good = await admin.call(previewOrganisationImport, {
    body: csv(titles, ['c01', name, '社工', phone]),
  });
  await admin.call(applyOrganisationImport, { params: { id: good.id } });
  const bad = await admin.call(previewOrganisationImport, {
    body: csv(titles, ['c01', '李社甲', '社工', `${phone}77`], [phone, phone, phone, '社工']),
  });
  kept.push(JSON.stringify(bad));
  await refusalsOf(kept).call(admin.call(applyOrganisationImport, { params: { id: bad.id } }));
  const cadre = (await admin.call(listCadres, { query: {} })).find((one) => one.name === name);
  opened.push(JSON.stringify(await admin.call(openCadrePhone, { params: { id: cadre?.id ?? '' } })));
};

const askForMeeting = (clerk: Client, committee: string) =>
  clerk.call(requestMeeting, {
    body: {
      purpose: '冬季防火',
      items: [{ title: '排查', minutes: 10, kind: 'discuss', presenter: '科员', audience: null }],
      audience: { posts: ['social_worker'], committees: [committee] },
      when: {
        kind: 'window',
        earliest: addDays(officeDay(), 3),
        latest: addDays(officeDay(), 9),
        part: 'any',
      },
      mode: 'video',
      place: '二楼',
    },
  });

/** A day of the office around four people: three of a committee's residents' lives, one cadre. */
export const workADay = async (office: Office, canaries: readonly Canary[]): Promise<Day> => {
  const refusals: string[] = [];
  const opened: string[] = [];
  const tenant = { subdistrict: office.ids.subdistrict };
  const ledgers = await office.platform.db.transaction(tenant, (tx) =>
    office.app.modules.ledgers.declare(tx, tenant),
  );
  const head = await office.as('committee_head');
  const member = await office.as('committee_member');
  const clerk = await office.as('department_clerk');
  const [cadre, ...people] = canaries as [Canary, ...Canary[]];
  await bringCadres(await office.as('administrator'), cadre, refusals, opened);
  await bringResidents(head, people, refusals);
  const visits: { resident: string; record: string }[] = [];
  for (const canary of people) {
    await slipOfTheHand(office, head, canary, refusals);
    visits.push(await visit(member, canary, refusals, opened));
  }
  await askForMeeting(clerk, office.ids.committees.c01 ?? '');
  await takeOut([head, clerk], ledgers.values(), refusals, opened);
  return {
    residents: visits.map(({ resident }) => resident),
    record: visits[0]?.record ?? '',
    ledgers,
    refusals,
    opened,
  };
};
