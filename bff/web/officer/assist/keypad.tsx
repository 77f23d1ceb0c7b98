import { useEffect, useRef, useState } from 'preact/hooks';
import * as limits from '../../../../shared/limits.ts';
import { packPin } from '../../../../shared/sample/pack-pin.ts';
import type { Text } from '../../../../shared/text.ts';
import { useAct } from '../../staff/parts/act.tsx';
import { Problem } from '../../staff/parts/problem.tsx';
import { announce, Say, useSay } from '../../staff/say.tsx';
import { Step } from '../step.tsx';
import { pinKey } from './pin-key.ts';

const places = Array.from({ length: limits.pinDigits }, (_, place) => place + 1);
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const words = {
  title: { zh: '请输入 6 位密码', en: 'Type your six digits' },
  hint: {
    zh: '用下面的按键或键盘输入，请遮一下手。屏幕不显示数字。',
    en: 'By the keys below or the keyboard; cover your hand. The digits are not shown.',
  },
} as const satisfies Record<string, Text>;

/**
 * The keypad of the guest. The digits are shown and said to nobody: only how many there are. They stand in no field of the page, and are gone
 * once they were given.
 * @param check what is wrong with them, before they are given
 */
export function Keypad({
  give,
  title = words.title,
  hint = words.hint,
  check,
}: {
  give: (packed: Uint8Array) => Promise<void>;
  title?: Text;
  hint?: Text;
  check?: (pin: string) => Text | undefined;
}) {
  const { say } = useSay();
  const { act, working, refused } = useAct();
  const typed = useRef('');
  const [count, setCount] = useState(0);
  const [wrong, setWrong] = useState<Text>();
  const show = (next: string) => {
    typed.current = next;
    setCount(next.length);
    if (next !== '') setWrong(undefined);
    announce(say({ zh: `已输入 ${next.length} 位`, en: `${next.length} typed` }));
  };
  const press = (digit: string) => {
    if (typed.current.length < limits.pinDigits) show(typed.current + digit);
  };
  const back = () => show(typed.current.slice(0, -1));
  function done(): void {
    const pin = typed.current;
    if (pin.length < limits.pinDigits) {
      setWrong({ zh: '密码是 6 位数字，请输完', en: 'The PIN has six digits: type all of them' });
      return;
    }
    const found = check?.(pin);
    show('');
    setWrong(found);
    if (found === undefined) void act(() => give(packPin(pin)));
  }
  const onKey = useRef<(event: KeyboardEvent) => void>(() => {});
  onKey.current = (event) => {
    const key = pinKey(event);
    if (key === 'back') back();
    else if (key !== undefined) press(key);
  };
  useEffect(() => {
    const heard = (event: KeyboardEvent) => onKey.current(event);
    addEventListener('keydown', heard);
    return () => removeEventListener('keydown', heard);
  }, []);
  return (
    <Step title={title} hint={hint} focus="pin-done">
      <p
        class="dots"
        role="img"
        aria-label={say({ zh: `已输入 ${count} 位，共 6 位`, en: `${count} of 6 digits` })}
      >
        {places.map((place) => (
          <span key={place} class={place <= count ? 'dot typed' : 'dot'} />
        ))}
      </p>
      {wrong === undefined ? null : (
        <p class="wrong" role="alert">
          {say(wrong)}
        </p>
      )}
      <div class="keypad">
        {keys.map((digit) => (
          <Key key={digit} digit={digit} press={press} />
        ))}
        <button type="button" id="pin-back" onClick={back}>
          <Say zh="退格" en="Back" />
        </button>
        <Key digit="0" press={press} />
        <button type="button" id="pin-done" class="main" aria-disabled={working} onClick={done}>
          {working ? <Say zh="正在处理…" en="Working …" /> : <Say zh="确定" en="Done" />}
        </button>
      </div>
      {refused === undefined ? null : <Problem refused={refused} />}
    </Step>
  );
}

function Key({ digit, press }: { digit: string; press: (digit: string) => void }) {
  return (
    <button type="button" id={`key-${digit}`} class="key" onClick={() => press(digit)}>
      {digit}
    </button>
  );
}
