import type { Platform } from '../platform.ts';

/** The finger is what every phone with SOTER has; WeChat's own face of the system is not everywhere. */
const mode = 'fingerPrint';

/**
 * SOTER of WeChat: a key in the phone's secure part, which signs after the finger. Absent where this WeChat has no such calls; whether the
 * phone has it, and a finger is enrolled, is asked each time.
 */
export function wechatSecureKey(): Platform['secureKey'] {
  const { checkIsSupportSoterAuthentication: supports, checkIsSoterEnrolledInDevice: enrolled } = wx;
  const { startSoterAuthentication: start } = wx;
  if (supports === undefined || enrolled === undefined || start === undefined) return undefined;
  const isSupported = () =>
    new Promise<boolean>((resolve) =>
      supports({
        success: ({ supportMode }) => resolve(supportMode.includes(mode)),
        fail: () => resolve(false),
      }),
    );
  const isEnrolled = () =>
    new Promise<boolean>((resolve) =>
      enrolled({
        checkAuthMode: mode,
        success: ({ isEnrolled: is }) => resolve(is),
        fail: () => resolve(false),
      }),
    );
  return {
    ready: async () => (await isSupported()) && (await isEnrolled()),
    sign: (challenge) =>
      new Promise((resolve, reject) =>
        start({
          requestAuthModes: [mode],
          challenge,
          authContent: '请按指纹，确认在这部手机上使用网证',
          success: ({ resultJSON, resultJSONSignature }) =>
            resolve({ json: resultJSON, signature: resultJSONSignature }),
          fail: ({ errCode }) => reject(new Error(`soter ${errCode}`)),
        }),
      ),
  };
}
