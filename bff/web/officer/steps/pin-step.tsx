import { useRef, useState } from 'preact/hooks';
import { isWeakPin } from '../../../../shared/sample/is-weak-pin.ts';
import { Keypad } from '../assist/keypad.tsx';
import { toldOf, useWork } from '../at-work.tsx';
import { sealAtDesk } from '../card/seal-at-desk.ts';
import type { Raise } from '../desk/to-check.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** The holder types the PIN that they choose, twice. It is sealed to the authority, and gone from this page. */
export function PinStep({ raise }: { raise: Raise }) {
  const work = useWork();
  const first = useRef<string>();
  const [repeats, setRepeats] = useState(false);
  async function give(packed: Uint8Array): Promise<void> {
    const typed = String.fromCharCode(...packed);
    if (first.current === undefined) {
      packed.fill(0);
      first.current = typed;
      setRepeats(true);
      return;
    }
    first.current = undefined;
    await work.run.sendPin(await sealAtDesk(await toldOf(work, raise), 'pin', packed, random));
  }
  function check(pin: string) {
    if (first.current !== undefined && pin !== first.current) {
      first.current = undefined;
      setRepeats(false);
      return { zh: '两次不一样，请重新设', en: 'The two are not the same: begin again' };
    }
    return isWeakPin(pin)
      ? { zh: '太好猜了：不要连号，不要同一个数字', en: 'Too easy to guess: no row, and not one digit' }
      : undefined;
  }
  return (
    <Keypad
      give={give}
      check={check}
      title={
        repeats
          ? { zh: '请再输入一遍', en: 'Type it once more' }
          : { zh: '请把屏幕转向办理人：设 6 位密码', en: 'Turn the screen to the applicant: they set a PIN' }
      }
      hint={{
        zh: '以后不刷脸时用。不要用生日，也不要用身份证号里的数字；用了要重新办。屏幕不显示数字，请记在心里。',
        en: 'For checks without a face. Not your birthday, nor digits of the card: you would have to begin again. It is not shown; keep it in mind.',
      }}
    />
  );
}
