import { describe, expect, it } from 'vitest';
import { nameIn } from './name-in.ts';

describe('a signed name', () => {
  it.each([
    ['前台一 Reception 1', '前台一', 'Reception 1'],
    ['演示市测试路 1 号 1 Test Road', '演示市测试路 1 号', '1 Test Road'],
    ['演示政务大厅 Demo Office', '演示政务大厅', 'Demo Office'],
    ['银河路 3 号（东门） 3 Galaxy Road (East Gate)', '银河路 3 号（东门）', '3 Galaxy Road (East Gate)'],
  ])('that was registered in both languages is shown in the reader’s alone: %s', (name, zh, en) => {
    expect(nameIn('zh', name)).toBe(zh);
    expect(nameIn('en', name)).toBe(en);
  });

  it.each(['前台一', 'Reception 1', '张三 KTV 店', '银座 A 座', 'Hotel 七天', '汉庭 88'])(
    'in one language, or in both mixed, is shown whole: %s',
    (name) => {
      expect(nameIn('zh', name)).toBe(name);
      expect(nameIn('en', name)).toBe(name);
    },
  );
});
