import type { Page } from 'playwright-core';

interface Sound {
  readonly concealed: number;
  readonly samples: number;
  readonly energy: number;
  readonly lost: number;
  readonly received: number;
  readonly bytes: number;
}
interface Picture {
  readonly track: string;
  readonly frames: number;
  readonly frozen: number;
  readonly freezes: number;
  readonly height: number;
  readonly lost: number;
  readonly received: number;
  readonly bytes: number;
}
interface Look {
  readonly sounds: readonly Sound[];
  readonly pictures: readonly Picture[];
  readonly ways: readonly string[];
  readonly rtt: number | null;
  readonly at: number;
}

/** What one screen got of one venue over some seconds. */
export interface Got {
  /** Share of the sound that had to be made up, 0 to 1; 1: none came. */
  readonly concealed: number;
  /** Whether anything could be heard. */
  readonly heard: boolean;
  readonly framesPerSecond: number;
  /** Lines of the picture; 0: none came. */
  readonly height: number;
  /** Share of the time the picture stood still. */
  readonly frozen: number;
  readonly kilobits: number;
  readonly lost: number;
}

export const lookAt = (page: Page): Promise<Look> => page.evaluate('qzLine.line()');

/** The way media take to and from this screen: `udp`, `tcp`, `relay-tls`. */
export const wayOf = async (page: Page): Promise<string | null> => (await lookAt(page)).ways[0] ?? null;

const soundBetween = (before: Look, after: Look): Pick<Got, 'concealed' | 'heard'> => {
  const sum = ({ sounds }: Look, pick: keyof Sound) => sounds.reduce((all, one) => all + one[pick], 0);
  const samples = sum(after, 'samples') - sum(before, 'samples');
  const concealed = sum(after, 'concealed') - sum(before, 'concealed');
  return {
    concealed: samples > 0 ? concealed / samples : 1,
    heard: sum(after, 'energy') > sum(before, 'energy'),
  };
};

/** What a screen gets of the picture with this name, and of all sound, for so many seconds. */
export const measure = async (page: Page, picture: string, seconds: number): Promise<Got> => {
  const track = await page.evaluate<string | null>(`qzLine.trackOf(${JSON.stringify(picture)})`);
  const before = await lookAt(page);
  await page.waitForTimeout(seconds * 1000);
  const after = await lookAt(page);
  const [first, last] = [before, after].map(({ pictures }) => pictures.find((one) => one.track === track));
  const took = (after.at - before.at) / 1000;
  const grown = (pick: 'frames' | 'frozen' | 'bytes' | 'lost' | 'received') =>
    (last?.[pick] ?? 0) - (first?.[pick] ?? 0);
  return {
    ...soundBetween(before, after),
    framesPerSecond: grown('frames') / took,
    height: last?.height ?? 0,
    frozen: grown('frozen') / took,
    kilobits: (grown('bytes') * 8) / took / 1000,
    lost: Math.max(0, grown('lost')) / Math.max(1, grown('lost') + grown('received')),
  };
};
