import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '读数字', en: 'Read the digits' },
  ready: {
    zh: '大字马上出现，出现一个就读一个',
    en: 'Large digits will appear: read each one aloud',
  },
  opening: { zh: '正在打开麦克风…', en: 'Opening the microphone…' },
  read: { zh: '请大声读出大字', en: 'Read the large digit aloud' },
  tooQuiet: { zh: '声音太小，请大声一点', en: 'Too quiet: speak louder' },
  tooNoisy: { zh: '周围太吵，请靠近手机读', en: 'Too noisy: come closer to the phone' },
  tooLoud: {
    zh: '声音太大，请小声一点或把手机拿远',
    en: 'Too loud: speak less loudly or hold the phone further away',
  },
  headset: {
    zh: '请断开蓝牙耳机或助听器，对着手机读',
    en: 'Disconnect the Bluetooth headset or hearing aid; speak to the phone',
  },
  fine: { zh: '声音合适', en: 'The sound is fine' },
  listening: { zh: '正在听…', en: 'Listening…' },
  finishing: { zh: '读完了，正在加密…', en: 'Done, sealing…' },
  start: { zh: '开始读', en: 'Start reading' },
  cancel: { zh: '停止', en: 'Stop' },
  stopped: { zh: '已停止，刚才的声音没有发送。', en: 'Stopped. None of the sound was sent.' },
  notHeard: { zh: '没有听清，请大声一点再读一次。', en: 'That was hard to hear: please read again, louder.' },
} as const satisfies Record<string, Text>;

/** How each digit, from 0 on, is meant to be read: some are read in two ways, and only one of them was enrolled. */
export const readings: readonly Text[] = [
  { zh: '读“零”', en: 'Say "líng"' },
  { zh: '读“一”', en: 'Say "yī"' },
  { zh: '读“二”', en: 'Say "èr"' },
  { zh: '读“三”', en: 'Say "sān"' },
  { zh: '读“四”', en: 'Say "sì"' },
  { zh: '读“五”', en: 'Say "wǔ"' },
  { zh: '读“六”', en: 'Say "liù"' },
  { zh: '读“七”', en: 'Say "qī"' },
  { zh: '读“八”', en: 'Say "bā"' },
  { zh: '读“九”', en: 'Say "jiǔ"' },
];

/** Which reading of the digits this is. */
export function roundText(round: number, rounds: number): Text {
  return { zh: `第 ${round} 遍，共 ${rounds} 遍`, en: `Round ${round} of ${rounds}` };
}
