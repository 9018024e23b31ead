import { expect, test } from 'vitest';
import { type CheckFacts, judge } from './check.ts';

const well: CheckFacts = {
  https: true,
  cameraTrouble: null,
  microphoneTrouble: null,
  loudest: 0.3,
  heard: true,
  ms: 20,
  media: 'udp',
};

test('what works is good in every part', () => {
  expect(new Set(Object.values(judge(well)))).toEqual(new Set(['good']));
});

test('a silent microphone, a slow line and a way round the firewall want a look', () => {
  expect(judge({ ...well, loudest: 0, ms: 900, media: 'relay', heard: null })).toMatchObject({
    microphone: 'look',
    network: 'look',
    media: 'look',
    loudspeaker: 'look',
  });
});

test('what is not there is bad', () => {
  const none: CheckFacts = {
    https: false,
    cameraTrouble: 'missing',
    microphoneTrouble: 'denied',
    loudest: 0,
    heard: false,
    ms: null,
    media: null,
  };
  expect(new Set(Object.values(judge(none)))).toEqual(new Set(['bad']));
});
