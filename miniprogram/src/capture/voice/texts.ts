import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '语音采集', en: 'Voice' },
  ready: { zh: '请准备：数字出现时逐个大声读出', en: 'Get ready: read each digit aloud as it appears' },
  read: { zh: '请读出这个数字', en: 'Read this digit aloud' },
  round: { zh: '轮', en: 'Round' },
  tooQuiet: { zh: '声音太小，请大声一点', en: 'Too quiet: speak louder' },
  tooNoisy: { zh: '周围太吵，请靠近手机读', en: 'Too noisy: come closer to the phone' },
  fine: { zh: '声音合适', en: 'The sound is fine' },
  listening: { zh: '正在听…', en: 'Listening…' },
  finishing: { zh: '读完了，正在保存…', en: 'Done, sealing…' },
  start: { zh: '开始读', en: 'Start reading' },
  again: { zh: '重新读', en: 'Read again' },
  cancel: { zh: '停止', en: 'Stop' },
  stopped: { zh: '已停止，刚才的声音没有发送。', en: 'Stopped. Nothing of the sound was sent.' },
  notHeard: { zh: '没有听清，请大声一点再读一次。', en: 'Not heard well: please read again, louder.' },
} as const satisfies Record<string, Text>;
