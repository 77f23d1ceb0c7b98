import { View } from '@tarojs/components';
import type { CSSProperties } from 'react';
import { markSvg } from '../../../shared/ui/mark.ts';
import { type PictureName, pictureLayers } from '../../../shared/ui/pictures.ts';
import { imageOf, inksOf } from '../../../shared/ui/svg.ts';
import { type SymbolName, symbolSvg } from '../../../shared/ui/symbols.ts';
import { aria } from './aria.ts';

/*
 * Drawings are images at the back of an element, as WeChat draws no SVG inline. They say nothing to a screen reader: the words
 * beside them do.
 */

/** Inline style that also sets CSS variables. */
export type Variables = CSSProperties & Record<`--${string}`, string>;

/** A drawing as styles name it. */
export const address = (svg: string): string => `url("${imageOf(svg)}")`;
export const silent = aria({ hidden: true });

/** One drawing in the inks of the light and of the dark set; the styles take the one that fits. */
function inBothSets(draw: (inks: ReturnType<typeof inksOf>) => string): Variables {
  return {
    '--drawing-light': address(draw(inksOf('light'))),
    '--drawing-dark': address(draw(inksOf('dark'))),
  };
}

/** A sign in the colour of the words that it stands beside. */
export function Icon({ name }: { name: SymbolName }) {
  const style: Variables = { '--drawing': address(symbolSvg(name, 'black')) };
  return <View className="symbol" style={style} {...silent} />;
}

/** The product's mark; as a seal it stands on a card. */
export function Mark({ seal = false }: { seal?: boolean }) {
  return (
    <View className={`drawing mark${seal ? ' mark-seal' : ''}`} style={inBothSets(markSvg)} {...silent} />
  );
}

/** What is to be done, as a person shows it; still for who asked for less motion. */
export function Picture({ name }: { name: PictureName }) {
  const { moved, origin } = pictureLayers(name, inksOf('light'));
  const moves: Variables = {
    ...inBothSets((inks) => pictureLayers(name, inks).moving),
    '--moved': moved,
    '--origin': origin,
  };
  return (
    <View className={`picture picture-${name}`} {...silent}>
      <View className="drawing picture-layer" style={inBothSets((inks) => pictureLayers(name, inks).still)} />
      <View className="drawing picture-layer picture-moving" style={moves} />
    </View>
  );
}
