import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { exportLedger } from '#modules/ledgers/contract';
import { addDays, officeDay } from '#platform/calendar/calendar.ts';
import type { Client, Office } from '#test/office.ts';

/** The three departments and how the one reading reads on each one's form. */
export const ledgers = [
  {
    code: 'alone-visits',
    department: 'civil',
    name: '独居老人探访记录',
    reads: /王秀英.*3号楼502.*\b165\s+92\b/,
  },
  {
    code: 'hypertension-roster',
    department: 'health',
    name: '高血压患者随访登记',
    reads: /王秀英.*3号楼502.*\b165\s+92\b/,
  },
  {
    code: 'pressure-summary',
    department: 'self',
    name: '老年人血压测量汇总',
    reads: /和安一居.*\b28\s+28\b/,
  },
] as const;

/** 27 neighbours already visited this month, so that ledgers and papers look as they do in an office. */
export const plantNeighbours = async (office: Office): Promise<ReadonlyMap<string, string>> => {
  const who = { subdistrict: office.ids.subdistrict };
  const { registers, records, ledgers: keeper } = office.app.modules;
  const committee = office.ids.committees.c01 ?? '';
  const names = ['陈吉祥', '欧阳文静', '马根生', '徐佩芳', '周雪琴', '沈宝根', '吴桂兰', '朱𠮷祥', '何金凤'];
  const people = Array.from({ length: 27 }, (_, index) => ({
    name: names[index % names.length] ?? '',
    sex: index % 2 === 0 ? '2' : '1',
    birth: `19${36 + (index % 20)}-0${1 + (index % 9)}-15`,
    phone: `100123400${String(10 + index)}`,
    building: String(1 + (index % 6)),
    room: `${1 + (index % 5)}0${1 + (index % 3)}`,
    attributes: { 'person.living': index % 3 === 0 ? 'family' : 'alone', 'person.chronic': ['hypertension'] },
    sealed: {},
  }));
  const wang = {
    ...people[0],
    name: '王秀英',
    birth: '1942-03-05',
    phone: '10012345678',
    building: '3',
    room: '502',
  };
  const today = officeDay();
  return office.platform.db.transaction(who, async (tx) => {
    const declared = await keeper.declare(tx, who);
    const planted = await registers.plant(tx, who, committee, people as never);
    await registers.plant(tx, who, committee, [
      { ...wang, attributes: { 'person.living': 'alone', 'person.chronic': ['hypertension'] } } as never,
    ]);
    await records.plant(
      tx,
      who,
      planted.map((subject, index) => ({
        committee,
        subject,
        activity: 'home_visit',
        occurredOn: today.endsWith('-01') ? today : ([today, addDays(today, -1)][index % 2] ?? today),
        values: {
          'bp.sys': 118 + ((index * 7) % 50),
          'bp.dia': 74 + ((index * 5) % 22),
          'act.mode': 'home',
          'health.drug': 'regular',
          'health.mood': 'good',
        },
        author: who.subdistrict,
        authorName: index % 2 === 0 ? '李燕' : '周敏',
      })),
    );
    return declared;
  });
};

export const fileOf = async (
  clerk: Client,
  id: string,
  where: { committee: string },
  as: 'pdf' | 'xlsx',
): Promise<Uint8Array> => {
  const body = { as, purpose: 'filing', ...where } as const;
  return new Uint8Array(await (await clerk.file(exportLedger, { params: { id }, body })).arrayBuffer());
};

/** Text of a printed form as it stands on the page. */
export const textOf = async (pdf: Uint8Array, name: string): Promise<string> => {
  await mkdir('test-results', { recursive: true });
  const path = `test-results/${name}.pdf`;
  await writeFile(path, pdf);
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
};

/** The same of a ledger as it is now; the file is kept for a person to look at. */
export const printed = async (
  clerk: Client,
  id: string,
  where: { committee: string },
  name: string,
): Promise<string> => textOf(await fileOf(clerk, id, where, 'pdf'), name);
