import { newId } from '#platform/database/id.ts';
import type { Office } from '#test/office.ts';

/** Invented names of the neighbourhoods that a hall full of branches needs. */
const names = [
  '平顺',
  '艺苑',
  '怡康',
  '通阳',
  '芳甸',
  '场中',
  '三泉',
  '岭南',
  '共康',
  '长临',
  '阳曲',
  '永和',
  '东新',
  '南苑',
  '西苑',
  '北苑',
  '中苑',
  '银都',
  '静园',
  '宝华',
  '绿洲',
  '晨光',
  '东方',
  '闻喜',
  '平型',
  '汾西',
  '保德',
  '和安三',
  '通阳二',
  '通阳三',
];

/** Adds committees with a secretary each to the office. @returns their ids */
export const addCommittees = (office: Office, count: number): Promise<string[]> => {
  const { subdistrict } = office.ids;
  const rows = names.slice(0, count).map((name, place) => ({
    subdistrict_id: subdistrict,
    id: newId(),
    code: `c${String(place + 4).padStart(2, '0')}`,
    name: `${name}居委会`,
    short_name: name,
    address: `${name}路1号`,
    travel_minutes: 15,
  }));
  return office.platform.db.transaction({ subdistrict }, async (tx) => {
    await tx.insertInto('committee').values(rows).execute();
    const cadres = rows.map(({ id }, place) => ({
      subdistrict_id: subdistrict,
      id: newId(),
      name: `郑书${place}`,
      committee_id: id,
      posts: ['secretary'],
      lines: [],
    }));
    await tx.insertInto('cadre').values(cadres).execute();
    return rows.map(({ id }) => id);
  });
};
