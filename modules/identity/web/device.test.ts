import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';

test('a device is named as people call it', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0';
  expect(deviceOf(edge)).toBe('Edge · Windows');
  expect(
    deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1'),
  ).toBe('Safari · iPhone');
});

test('what says nothing known has no name', () => {
  expect(deviceOf('curl/8')).toBeNull();
});
