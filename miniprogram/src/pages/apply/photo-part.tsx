import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { IdPhotoHint } from '../../../../shared/challenge.ts';
import { hintTexts } from '../../parts/texts.ts';
import { PictureRefused } from '../../platform/camera/check-picture.ts';
import { choosePicture } from '../../platform/camera/choose-picture.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { FieldProblem } from '../../ui/field.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/**
 * The ID photo that may be attached. It is checked when it is chosen; what the authority found wrong with the one before is said
 * here, until another one is chosen.
 */
export function PhotoPart(props: {
  attached: boolean;
  wrong: IdPhotoHint | undefined;
  onChosen: (jpeg: Uint8Array) => void;
}) {
  const { attached, wrong, onChosen } = props;
  const say = useSay();
  const [refused, setRefused] = useState<PictureRefused['why']>();
  const attach = (): void => {
    setRefused(undefined);
    choosePicture()
      .then((jpeg) => (jpeg === undefined ? undefined : onChosen(jpeg)))
      .catch((cause: unknown) => setRefused(cause instanceof PictureRefused ? cause.why : 'unreadable'));
  };
  const problem =
    refused === undefined
      ? wrong && hintTexts[wrong]
      : { unreadable: texts.photoBad, 'too-large': texts.photoTooLarge }[refused];
  return (
    <View id="photo-problem">
      <Card heading={say(texts.photoHeading)}>
        <Words className="soft">{say(texts.photoWhy)}</Words>
        {problem ? <FieldProblem words={say(problem)} /> : null}
        <ActionButton
          id="attach-photo"
          label={say(attached ? texts.photoThere : wrong === undefined ? texts.photo : texts.photoOther)}
          weight="plain"
          onTap={attach}
          {...(attached ? { symbol: 'tick' as const } : {})}
        />
      </Card>
    </View>
  );
}
