import { randomUUID } from 'node:crypto';
import type { Office } from '#test/office.ts';

/** The smallest picture: one white point. */
export const whitePoint = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

/** A document of one page that is on the screens, and a recording that has stopped. */
export const plantVenueFiles = async (
  { platform }: Office,
  subdistrict: string,
  sitting: string,
): Promise<{ document: string; recording: string }> => {
  const document = randomUUID();
  const recording = randomUUID();
  const at = new Date().toISOString();
  const key = `${subdistrict}/${randomUUID()}`;
  await platform.files.put(key, platform.secrets.sealBytes(key, whitePoint), 'application/octet-stream');
  await platform.db.transaction({ subdistrict }, async (tx) => {
    const own = { subdistrict_id: subdistrict };
    await tx
      .insertInto('venue_document')
      .values({
        ...own,
        id: document,
        sitting_id: sitting,
        title: '推介材料',
        pages: 1,
        added_at: at,
        added_by: randomUUID(),
        added_by_name: '赵样',
      })
      .execute();
    await tx
      .insertInto('venue_document_page')
      .values({
        ...own,
        document_id: document,
        page: 1,
        file_key: key,
        type: 'image/png',
        bytes: whitePoint.length,
        width: 1,
        height: 1,
      })
      .execute();
    await tx
      .updateTable('venue_state')
      .set({ document: JSON.stringify({ id: document, title: '推介材料', page: 1, pages: 1 }) as never })
      .where('sitting_id', '=', sitting)
      .execute();
    await tx
      .insertInto('venue_recording')
      .values({ ...own, id: recording, sitting_id: sitting, started_at: at, stopped_at: at })
      .execute();
  });
  return { document, recording };
};
