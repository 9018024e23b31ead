import { expect, test } from 'vitest';
import { isQuestion, withoutSpeakers } from './chat.ts';
import { normalise } from './normalise.ts';

const clean = (text: string): string => withoutSpeakers(normalise(text), () => false);

test('speakers and times of a pasted chat are blanked, their place is kept', () => {
  const chat = '小郝:@所有人 报一下\n小邱 10:32:鲍素琴 151 93\n[2026-03-18 10:33] 苏姐：好的';
  expect(clean(chat)).toHaveLength(chat.length);
  expect(clean(chat).replace(/ +/g, ' ')).toBe(' 报一下\n 鲍素琴 151 93\n 好的');
});

test('one line with a colon, and a form filled line by line, are no chat', () => {
  expect(clean('血压:钱玉珍,156/92')).toContain('血压');
  expect(clean('姓名：王秀英\n高压：140')).toContain('姓名');
});

test.each(['请假？', '紧急按钮有吗', '打过针没', '几个人', '有没有狗证'])('%s asks', (text) =>
  expect(isQuestion(text)).toBe(true),
);
test.each(['狗证没有', '没人请假', '她说还没吃早饭呢'])('%s tells', (text) =>
  expect(isQuestion(text)).toBe(false),
);
