import { DeviceError, type DeviceErrorCode } from './device-error.ts';

/** What a browser's refusal to open a device means. */
function deviceRefusal(device: 'camera' | 'microphone', problem: unknown): DeviceError {
  const name = problem instanceof Error ? problem.name : '';
  const refused = name === 'NotAllowedError' || name === 'SecurityError';
  const code: DeviceErrorCode = `${device}-${refused ? 'refused' : 'missing'}`;
  return new DeviceError(code);
}

/** Opens a device. A page without HTTPS has none. @throws DeviceError */
export async function openDevice(
  device: 'camera' | 'microphone',
  wanted: MediaStreamConstraints,
): Promise<MediaStream> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined) throw new DeviceError(`${device}-missing`);
  try {
    return await devices.getUserMedia(wanted);
  } catch (problem) {
    throw deviceRefusal(device, problem);
  }
}

export function closeStream(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
