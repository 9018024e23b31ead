import type { MeetingsService } from '#modules/meetings/server';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { VenuesView } from '../../contract.ts';
import { roomOf } from '../../domain/identities.ts';
import type { VenueState } from '../../domain/state.ts';
import type { Documents } from '../documents.ts';
import type { Media } from '../media.ts';
import { readState, type SittingKey } from '../repository.ts';
import type { createView } from '../view.ts';
import { createRecorder, type OpenRecorderPage, type Recorder, type RecorderNeeds } from './recorder.ts';
import { partsOf, recordingsOf } from './repository.ts';

export type { OpenRecorderPage } from './recorder.ts';

/** A recording that has brought a piece within this time is being written. */
const freshMs = 20_000;

/** How the recording of a sitting stands, for every screen and above all the operator's. */
export const standingOf = async (
  tx: Db,
  key: SittingKey,
  { recordedSince }: VenueState,
  recorder: Recorder | null,
): Promise<VenuesView['recorder']> => {
  if (recorder === null) return 'missing';
  if (recordedSince === null) return 'idle';
  if (!recorder.mayWrite()) return 'held';
  const open = (await recordingsOf(tx, key)).find(({ stoppedAt }) => stoppedAt === null);
  const last = open && (await partsOf(tx, key.subdistrict, [open.id])).at(-1);
  return last && Date.now() - Date.parse(last.writtenAt) < freshMs ? 'writing' : 'starting';
};

export interface SittingRecorder {
  readonly recorderPage: OpenRecorderPage | null;
  readonly media: Media | null;
  readonly meetings: MeetingsService;
  readonly view: ReturnType<typeof createView>;
  readonly documents: Documents;
  readonly mayWrite: () => boolean;
}

/** The recorder of this server, or null where there is no browser or no media engine. */
export const openSittingRecorder = (
  platform: Platform,
  { recorderPage, media, meetings, view, documents, mayWrite }: SittingRecorder,
): Recorder | null => {
  if (!recorderPage || !media) return null;
  const { db } = platform;
  let tickets = 0;

  const answer: RecorderNeeds['answer'] = async (key, said) => {
    if (said.what === 'ticket') {
      tickets += 1;
      return media.ticket(roomOf(key.subdistrict, key.sitting), `recorder:${tickets}`, null);
    }
    if (said.what === 'page') {
      const { type, content } = await documents.pageFor(key, said.document, said.page);
      return `data:${type};base64,${Buffer.from(content as Uint8Array).toString('base64')}`;
    }
    return db.read(key, async (tx) => {
      const sitting = await meetings.sitting(tx, key.sitting);
      return sitting && view.viewOf(tx, key, sitting);
    });
  };

  const wanted: RecorderNeeds['wanted'] = async (tx, key) => {
    const { recordedSince, phase } = await readState(tx, key);
    const sitting = await meetings.sitting(tx, key.sitting);
    return recordedSince !== null && phase !== 'ended' && sitting?.state !== 'ended' && sitting !== null;
  };

  return createRecorder(platform, { open: recorderPage, answer, wanted, mayWrite });
};
