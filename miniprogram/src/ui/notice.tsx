import { View, Text as Words } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';
import { Icon } from './drawing.tsx';

/** A message with what to do next below it. It is read out as it appears; `tone` is never told by colour alone. */
export function Notice(props: {
  tone: 'information' | 'good' | 'attention' | 'bad';
  text: string;
  next?: string;
  children?: ReactNode;
}) {
  const { tone, text, next, children } = props;
  return (
    <View
      className={`notice notice-${tone}`}
      {...aria({ role: tone === 'bad' ? 'alert' : 'status', live: tone === 'bad' ? 'assertive' : 'polite' })}
    >
      <View className="notice-text">
        <View className="notice-mark" {...aria({ hidden: true })}>
          <Icon name={symbols[tone]} />
        </View>
        <Words className="notice-words">{text}</Words>
      </View>
      {next === undefined ? null : (
        <View className="notice-next">
          <Words>{next}</Words>
        </View>
      )}
      {children}
    </View>
  );
}

const symbols = {
  information: 'information',
  good: 'tick',
  attention: 'attention',
  bad: 'attention',
} as const;
