import { View, Text as Words } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';

/** A surface with a heading of its own, where it has one. */
export function Card({ heading, children }: { heading?: string; children?: ReactNode }) {
  return (
    <View className="card">
      {heading === undefined ? null : (
        <View className="card-heading" {...aria({ role: 'heading', level: 2 })}>
          <Words>{heading}</Words>
        </View>
      )}
      {children}
    </View>
  );
}
