import type { Text } from '../../../../shared/text.ts';
import type { Language } from '../../kit/language.ts';
import type { Place } from '../../kit/place.ts';
import type { Line } from '../stream/after-ending.ts';

/** What the clerk is told, and what to do. */
export const lineWords = {
  offline: {
    zh: '这台电脑没有网络。请检查网线或无线网络；恢复后会自动继续。',
    en: 'This computer is offline. Check the cable or the Wi-Fi; it goes on by itself afterwards.',
  },
  lost: {
    zh: '连接中断，正在重新连接。显示的状态可能已过时；着急时请人工核验身份证。',
    en: 'Connection lost; trying again. What stands here may be out of date; in a hurry, check the ID card.',
  },
  busy: {
    zh: '现在请求太多，稍后会自动继续。请少开几个窗口。',
    en: 'Too many requests just now; it goes on by itself. Close windows that are not needed.',
  },
  refused: {
    zh: '服务没有认可这个柜台。请联系运营方；恢复后会自动继续。',
    en: 'The service does not accept this counter. Tell the operator; it goes on by itself afterwards.',
  },
} as const satisfies Record<Exclude<Line, 'stands'>, Text>;

/** Says once what is wrong with the line, and takes it back when it stands again. */
export function showLine({ element }: Place, line: Line, language: Language): void {
  const place = element('lost', HTMLElement);
  const said = line === 'stands' ? '' : lineWords[line][language];
  place.hidden = said === '';
  // A screen reader would say it again.
  if (place.textContent !== said) place.textContent = said;
}
