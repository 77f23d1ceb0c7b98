import { View, Text as Words } from '@tarojs/components';
import { aria } from './aria.ts';
import { uiTexts } from './texts.ts';
import { useSay } from './use-say.ts';

/** "1 of 3": where one stands in something that has several steps, in words and as a line. */
export function Steps({ at, of }: { at: number; of: number }) {
  const say = useSay();
  const parts = Array.from({ length: of }, (_, index) => index + 1);
  return (
    <View className="steps" id="steps">
      <Words>{say(uiTexts.step(at, of))}</Words>
      <View className="steps-track" {...aria({ hidden: true })}>
        {parts.map((part) => (
          <View key={part} className={part <= at ? 'steps-part steps-done' : 'steps-part'} />
        ))}
      </View>
    </View>
  );
}
