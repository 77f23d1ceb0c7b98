import { View, Text as Words } from '@tarojs/components';
import { aria } from './aria.ts';
import { changePreferences, usePreferences } from './preferences.ts';
import { uiTexts } from './texts.ts';
import { useSay } from './use-say.ts';

/** The other language and the other size of type, one tap away on every page. What is chosen is kept on the phone. */
export function PageTools() {
  const say = useSay();
  const { language, largeType } = usePreferences();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <>
      <Tool
        id="language"
        words={uiTexts.inOther[other]}
        name={uiTexts.inOtherName[other]}
        onTap={() => changePreferences({ language: other })}
      />
      <Tool
        id="type-size"
        words={say(largeType ? uiTexts.usualType : uiTexts.largerType)}
        name={say(largeType ? uiTexts.usualTypeName : uiTexts.largerTypeName)}
        onTap={() => changePreferences({ largeType: !largeType })}
      />
    </>
  );
}

function Tool(props: { id: string; words: string; name: string; onTap: () => void }) {
  const { id, words, name, onTap } = props;
  return (
    <View id={id} className="page-tool" onClick={onTap} {...aria({ role: 'button', label: name })}>
      <Words className="page-tool-words">{words}</Words>
    </View>
  );
}
