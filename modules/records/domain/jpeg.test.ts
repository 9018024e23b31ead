import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutTraces } from './jpeg.ts';

const segment = (marker: number, text: string): number[] => {
  const body = [...new TextEncoder().encode(text)];
  return [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body];
};
const picture = (...segments: number[][]) =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...segments.flat(),
    ...segment(0xdb, 'q'),
    0xff,
    0xda,
    0,
    2,
    1,
    2,
    3,
    0xff,
    0xd9,
  ]);
const textOf = (bytes: Uint8Array | null) => new TextDecoder('latin1').decode(bytes ?? new Uint8Array());

test('where and when a picture was taken is gone, the picture is not', () => {
  const plain = picture(segment(0xe0, 'JFIF'));
  const traced = picture(segment(0xe0, 'JFIF'), segment(0xe1, 'Exif GPS 31.2N'), segment(0xfe, 'by phone'));
  expect(textOf(withoutTraces(traced))).not.toMatch(/GPS|phone/);
  expect(withoutTraces(traced)).toEqual(plain);
});

test('what is no JPEG is none', () => {
  expect(withoutTraces(new TextEncoder().encode('<svg onload=alert(1)>'))).toBeNull();
  expect(withoutTraces(Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const out = withoutTraces(bytes);
      expect(out === null || out.length <= bytes.length).toBe(true);
    }),
  );
});
