import { describe, expect, it } from 'vitest';
import { listeners } from './listeners.ts';

describe('a register of listeners', () => {
  it('tells each of what happens, in the order in which they came', () => {
    const register = listeners<number>();
    const heard: string[] = [];
    register.add((event) => heard.push(`first ${event}`));
    register.add((event) => heard.push(`second ${event}`));
    register.tell(7);
    expect(heard).toEqual(['first 7', 'second 7']);
  });

  it('holds nobody who was taken away', () => {
    const register = listeners();
    let heard = 0;
    const remove = register.add(() => void heard++);
    expect(register.any()).toBe(true);
    remove();
    remove();
    register.tell();
    expect([register.any(), heard]).toEqual([false, 0]);
  });

  it('takes away one of two that are the same function, not both', () => {
    const register = listeners();
    let heard = 0;
    const listener = () => void heard++;
    register.add(listener);
    register.add(listener)();
    register.tell();
    expect(heard).toBe(1);
  });

  it('tells the others where one throws, and then throws what that one threw', () => {
    const register = listeners();
    let heard = 0;
    register.add(() => {
      throw new Error('first');
    });
    register.add(() => {
      throw new Error('second');
    });
    register.add(() => void heard++);
    expect(() => register.tell()).toThrow('first');
    expect(heard).toBe(1);
  });

  it('lets listeners come and go while they are told', () => {
    const register = listeners();
    const heard: string[] = [];
    const removeItself = register.add(() => {
      heard.push('once');
      removeItself();
      removeOther();
      register.add(() => heard.push('late'));
    });
    const removeOther = register.add(() => heard.push('other'));
    register.tell();
    expect(heard).toEqual(['once']);
    register.tell();
    expect(heard).toEqual(['once', 'late']);
  });
});
