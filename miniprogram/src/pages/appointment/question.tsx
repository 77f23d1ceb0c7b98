import { Text as Words } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';

/** What this screen asks, as its heading. */
export function Question({ words }: { words: string }) {
  return (
    <Words className="question" {...aria({ role: 'heading', level: 2 })}>
      {words}
    </Words>
  );
}
