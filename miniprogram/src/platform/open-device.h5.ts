import { DeviceError, type DeviceKind, type DeviceRefusal } from './device-error.ts';

/** What a browser's refusal to open a device means, by the names of W3C's Media Capture and of older browsers. */
function refusalOf(problem: unknown): DeviceRefusal {
  switch (problem instanceof Error ? problem.name : '') {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'refused';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy';
    case 'NotSupportedError':
    case 'TypeError':
      return 'unsupported';
    default:
      return 'missing';
  }
}

/** Opens a device. A page without HTTPS, and many a web view, has none to open. @throws DeviceError */
export async function openDevice(device: DeviceKind, wanted: MediaStreamConstraints): Promise<MediaStream> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined) throw new DeviceError(`${device}-unsupported`);
  try {
    return await devices.getUserMedia(wanted);
  } catch (problem) {
    throw new DeviceError(`${device}-${refusalOf(problem)}`);
  }
}

export function closeStream(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
