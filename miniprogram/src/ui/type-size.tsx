import { View, Text as Words } from '@tarojs/components';
import { aria } from './aria.ts';
import { changePreferences, usePreferences } from './preferences.ts';
import { uiTexts } from './texts.ts';
import { useSay } from './use-say.ts';

/** Larger type by one tap, on the pages that people come in by: nothing of it is stored, so that it is asked for again. */
export function TypeSize() {
  const say = useSay();
  const { largeType } = usePreferences();
  const words = say(largeType ? uiTexts.usualType : uiTexts.largerType);
  const name = say(largeType ? uiTexts.usualTypeName : uiTexts.largerTypeName);
  return (
    <View
      id="type-size"
      className="page-type-size"
      onClick={() => changePreferences({ largeType: !largeType })}
      {...aria({ role: 'button', label: name })}
    >
      <Words>{words}</Words>
    </View>
  );
}
