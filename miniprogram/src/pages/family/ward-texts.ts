import type { Text } from '../../../../shared/text.ts';
import type { Facing } from '../../platform/camera/mounted-camera.ts';

export const holdTexts = {
  title: { zh: '谁来拿手机？', en: 'Who holds the phone?' },
  rear: { zh: '我拿着，拍家人', en: 'I do, and point it at them' },
  rearHint: {
    zh: '适合小孩、不方便拿手机的人：您念大字，家人照着做。',
    en: 'For small children and whoever cannot hold it: you read the large words aloud.',
  },
} as const satisfies Record<string, Text>;

export function handOver({ zh, en }: Text): Record<'label' | 'hint', Text> {
  return {
    label: { zh: '家人自己拿着', en: 'They hold it themselves' },
    hint: {
      zh: `请把手机交给${zh}，自己看着屏幕做。`,
      en: `Hand the phone to ${en}, who follows the screen.`,
    },
  };
}

/** What the page of the capture says where the face is a ward's: to the ward who holds the phone, or to the owner who does. */
export function wardTexts({ zh, en }: Text, facing: Facing): Record<'title' | 'ready' | 'what', Text> {
  const title = { zh: '拍摄家人', en: 'Their face' };
  const sealed = {
    zh: '照片加密后只发给认证方。',
    en: 'The pictures are sealed and go to the authority alone.',
  };
  if (facing === 'rear') {
    return {
      title,
      ready: { zh: `请对准${zh}的脸，放进圆框`, en: `Point it at ${en}: face in the oval` },
      what: {
        zh: `开始后，请念出大字，让家人做两个动作，大约 10 秒。${sealed.zh}`,
        en: `After you tap Start, read the two prompts aloud for them to follow, about 10 seconds. ${sealed.en}`,
      },
    };
  }
  return {
    title,
    ready: { zh: `请${zh}拿好手机，脸放进圆框`, en: `For ${en}: place your face in the oval` },
    what: {
      zh: `开始后，请跟着图和大字做两个动作，大约 10 秒，旁边的人可以帮忙念。${sealed.zh}`,
      en: `After Start, follow two prompts, about 10 seconds; somebody may read them aloud. ${sealed.en}`,
    },
  };
}
