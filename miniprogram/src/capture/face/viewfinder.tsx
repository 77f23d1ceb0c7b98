import { View, Text as Words } from '@tarojs/components';
import { capturePlan } from '../../attempt/capture-plan.ts';
import { CaptureView } from '../../capture-view/capture-view.tsx';
import type { CameraRefusal, Facing } from '../../platform/camera/mounted-camera.ts';
import { windowLength } from '../../platform/camera/window-frames.ts';
import { useSay } from '../../ui/use-say.ts';
import { HintLine } from './hints/hint-line.tsx';
import { useHint } from './hints/use-hint.ts';
import type { Showing } from './prompt.tsx';
import { Ring } from './ring.tsx';
import { texts } from './texts.ts';

/** To look straight ahead, and two prompts. */
const steps = 3;
const lasts = {
  neutral: windowLength('neutral', capturePlan.neutral),
  prompt: windowLength('prompt', capturePlan.prompt),
};

/** The live picture with the oval, the ring and the hint of the moment; dark where the camera was let go. */
export function Viewfinder(props: {
  showing: Showing;
  facing: Facing;
  cameraReady: boolean;
  onReady: () => void;
  onRefused: (code: CameraRefusal) => void;
}) {
  const { showing, facing, cameraReady, onReady, onRefused } = props;
  const say = useSay();
  const prompted = showing.at === 'prompt' && showing.prompt !== null;
  const hint = useHint({ watching: cameraReady, still: !prompted });
  if (showing.at === 'closed') {
    return (
      <View className="viewfinder">
        <View className="camera-closed">
          <Words>{say(texts.cameraClosed)}</Words>
        </View>
      </View>
    );
  }
  const capturing = showing.at === 'prompt';
  return (
    <View className="viewfinder">
      <CaptureView facing={facing} onReady={onReady} onRefused={onRefused} />
      <View className={capturing ? 'oval oval-on' : 'oval'} />
      {capturing ? (
        <Ring step={showing.step} steps={steps} lasts={prompted ? lasts.prompt : lasts.neutral} />
      ) : null}
      <HintLine hint={hint} />
    </View>
  );
}
