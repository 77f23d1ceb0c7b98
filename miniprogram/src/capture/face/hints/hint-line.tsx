import { View, Text as Words } from '@tarojs/components';
import type { Text } from '../../../../../shared/text.ts';
import { aria } from '../../../ui/aria.ts';
import { useSay } from '../../../ui/use-say.ts';
import type { SightHint } from './tell-hint.ts';

const hintTexts = {
  'one-face-only': { zh: '画面里只能有一个人', en: 'Only one face, please' },
  'more-light': { zh: '太暗了，请到亮一点的地方', en: 'Too dark: find more light' },
  'less-light': { zh: '太亮了，请避开直射光', en: 'Too bright: turn from the light' },
  'light-behind': { zh: '背后太亮，请转身面向光', en: 'Light behind you: turn around' },
  'into-the-oval': { zh: '请把脸放进圆框中间', en: 'Move your face into the oval' },
  closer: { zh: '请靠近一点', en: 'Come a little closer' },
  farther: { zh: '请离远一点', en: 'Move back a little' },
  'hold-still': { zh: '请拿稳手机', en: 'Hold the phone still' },
  'wipe-lens': { zh: '画面模糊，请擦擦镜头', en: 'Blurred: wipe the lens' },
} as const satisfies Record<SightHint, Text>;

/** The hint of the moment over the foot of the picture. It is there without words too, so that a change is announced. */
export function HintLine({ hint }: { hint: SightHint | undefined }) {
  const say = useSay();
  return (
    <View
      id="hint"
      className={hint === undefined ? 'hint' : `hint hint-shown hint-${hint}`}
      {...aria({ role: 'status', live: 'polite' })}
    >
      {hint === undefined ? null : <Words className="hint-words">{say(hintTexts[hint])}</Words>}
    </View>
  );
}
