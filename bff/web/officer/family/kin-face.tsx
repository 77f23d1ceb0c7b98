import { useEffect, useRef, useState } from 'preact/hooks';
import type { FacePrompt } from '../../../../shared/challenge.ts';
import { packFace } from '../../../../shared/sample/pack-face.ts';
import type { Text } from '../../../../shared/text.ts';
import { draw } from '../../desk/face/draw-picture.ts';
import { Act } from '../../staff/parts/act.tsx';
import { announce, Say, useSay } from '../../staff/say.tsx';
import { toldOf, useWork } from '../at-work.tsx';
import { sealAtDesk } from '../card/seal-at-desk.ts';
import type { Raise } from '../desk/to-check.ts';
import { Step } from '../step.tsx';
import { type OpenCamera, openCamera, takeFace } from './take-face.ts';

const promptTexts = {
  'turn-left': { zh: '请向左转头', en: 'Turn your head to your left' },
  'turn-right': { zh: '请向右转头', en: 'Turn your head to your right' },
  nod: { zh: '请点点头', en: 'Nod your head' },
  'open-mouth': { zh: '请张开嘴', en: 'Open your mouth' },
} as const satisfies Record<FacePrompt, Text>;
const look: Text = { zh: '请正对屏幕，不要动', en: 'Look ahead, hold still' };

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** The own face of a ward of 16 or older, taken here and sealed to the authority: nobody is bound by papers alone, nor by the guardian's face. */
export function KinFace({ raise }: { raise: Raise }) {
  const work = useWork();
  const { say } = useSay();
  const [prompt, setPrompt] = useState<FacePrompt | null>();
  const camera = useRef<OpenCamera>();
  const video = useRef<HTMLVideoElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  useEffect(() => () => camera.current?.close(), []);
  function show(next: FacePrompt | null): void {
    setPrompt(next);
    if (picture.current !== null) draw(picture.current, next ?? 'mark');
    announce(say(next === null ? look : promptTexts[next]));
  }
  async function take(): Promise<void> {
    const told = await toldOf(work, raise);
    camera.current = await openCamera();
    try {
      if (video.current === null) return;
      video.current.srcObject = camera.current.stream;
      await video.current.play();
      const frames = await takeFace(video.current, told.claims.prompts ?? [], show);
      const plaintext = packFace(frames);
      for (const { jpeg } of frames) jpeg.fill(0);
      await work.run.sendPapers(await sealAtDesk(told, 'kin-face', plaintext, random));
    } finally {
      camera.current.close();
      setPrompt(undefined);
    }
  }
  return (
    <Step
      title={{ zh: '拍摄家人本人的脸', en: 'The face of the family member' }}
      hint={{
        zh: '请把屏幕转向家人本人（不是监护人），在亮处，脸在画面中间。按下开始，跟着大字做两个动作，大约 10 秒。',
        en: 'Turn the screen to the family member, not the guardian, in good light, the face in the middle. Press start and follow two prompts, about 10 seconds.',
      }}
      focus="take-face"
    >
      <p class="prompt" aria-hidden="true">
        {prompt === undefined ? null : say(prompt === null ? look : promptTexts[prompt])}
      </p>
      <div class="take">
        <video ref={video} class="preview" muted playsInline />
        <div ref={picture} class="picture" hidden={prompt === undefined} />
      </div>
      <Act work={take} id="take-face" main>
        <Say zh="开始拍摄" en="Start" />
      </Act>
      <p class="soft">
        <Say
          zh="照片在本页加密，只有认证方能打开，不保存在这台电脑上。"
          en="The pictures are sealed in this page for the authority alone, and not kept on this computer."
        />
      </p>
    </Step>
  );
}
