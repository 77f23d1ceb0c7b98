import { Text as Words } from '@tarojs/components';
import { uiTexts } from '../ui/texts.ts';
import { useSay } from '../ui/use-say.ts';

/** Names the staffed way; it stands on every page of a ceremony. */
export function StaffedWay() {
  const say = useSay();
  return (
    <Words id="staffed-way" className="staffed-way">
      {say(uiTexts.staffed)}
    </Words>
  );
}
