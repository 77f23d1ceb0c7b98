import { View, Text as Words } from '@tarojs/components';
import { aria } from './aria.ts';
import { changePreferences, usePreferences } from './preferences.ts';
import './form.scss';

const languages = [
  ['zh', '中文'],
  ['en', 'English'],
] as const;

/** 中文 or English, each named in its own language. */
export function LanguageChoice() {
  const { language } = usePreferences();
  return (
    <View className="definition">
      <Words className="definition-term">语言 Language</Words>
      <View className="choice" {...aria({ role: 'radiogroup', label: '语言 Language' })}>
        {languages.map(([code, name]) => (
          <View
            key={code}
            id={`language-${code}`}
            className={code === language ? 'choice-item choice-chosen' : 'choice-item'}
            onClick={() => changePreferences({ language: code })}
            {...aria({ role: 'radio', label: name, checked: code === language })}
          >
            <Words>{name}</Words>
          </View>
        ))}
      </View>
    </View>
  );
}
