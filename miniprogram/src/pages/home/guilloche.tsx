import { View } from '@tarojs/components';
import type { Level } from '../../../../shared/levels.ts';
import { guillocheSvg } from '../../../../shared/ui/guilloche.ts';
import { colours } from '../../../../shared/ui/tokens.ts';
import { address, silent, type Variables } from '../../ui/drawing.tsx';

/** Fine waves all over the card of a level: in ink on basic, in light on strict. */
export function Guilloche({ level }: { level: Level }) {
  const of = (set: 'light' | 'dark') =>
    address(guillocheSvg(colours[set][level === 'strict' ? 'lit' : 'line']));
  const style: Variables = { '--drawing-light': of('light'), '--drawing-dark': of('dark') };
  return <View className="drawing credential-lines" style={style} {...silent} />;
}
