import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** Stays at the lower edge of the screen, as the last part of its page, so that nobody has to look for it. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <View className="action-bar">{children}</View>;
}
