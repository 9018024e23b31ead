import { expect, test } from 'vitest';
import { pagePicture } from './documents.ts';

const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
};

/** A comment before the frame, as editors write one. */
const jpeg = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 0x04, 0x38, 0x07, 0x80, 3, 0, 0, 0, 0, 0,
]);

test('a page is known by its bytes, with its size', () => {
  expect(pagePicture(png(1414, 2000))).toEqual({ type: 'image/png', width: 1414, height: 2000 });
  expect(pagePicture(jpeg)).toEqual({ type: 'image/jpeg', width: 1920, height: 1080 });
});

test('what would take gigabytes to draw, and what is no picture, is none', () => {
  expect(pagePicture(png(50_000, 50_000))).toBeNull();
  expect(pagePicture(png(0, 10))).toBeNull();
  for (const text of ['%PDF-1.7', '<svg onload="x()">', 'PK\u0003\u0004', ''])
    expect(pagePicture(new TextEncoder().encode(text.padEnd(40)))).toBeNull();
  expect(pagePicture(jpeg.subarray(0, 9))).toBeNull();
  // A length of zero must not be read for ever.
  expect(pagePicture(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, ...Array(50).fill(0xff)]))).toBeNull();
});
