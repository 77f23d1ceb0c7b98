import { ask, fromBase64 } from '../ask.ts';
import { call } from './call.ts';

const scopes: Record<string, string> = {
  'scope.camera': 'camera',
  'scope.record': 'microphone',
  camera: 'camera',
  audioRecord: 'microphone',
};

/** What asks the phone's owner, or the platform about the owner: login, its secure key, scanning, permissions, randomness. */
export function ownerApi(target: 'weapp' | 'alipay'): Record<string, unknown> {
  const settings = async () => {
    const { camera, microphone } = await ask('settings');
    const given =
      target === 'weapp'
        ? { 'scope.camera': camera, 'scope.record': microphone }
        : { camera, audioRecord: microphone };
    return { authSetting: given };
  };
  const common = {
    getRandomValues: call('getRandomValues', async ({ length }: { length: number }) => {
      const { bytes } = await ask('random', { length });
      return { randomValues: fromBase64(bytes).buffer };
    }),
    getSetting: call('getSetting', settings),
    openSetting: call('openSetting', async () => {
      await ask('open-settings');
      return await settings();
    }),
    authorize: call('authorize', async ({ scope }: { scope: string }) => {
      await ask('permission', { scope: scopes[scope] ?? scope });
      return {};
    }),
  };
  if (target === 'alipay') {
    return {
      ...common,
      getAuthCode: call('getAuthCode', async () => {
        const { code } = await ask('login');
        return { authCode: code, authSuccessScopes: ['auth_base'] };
      }),
      scan: call('scan', async () => {
        const { text } = await ask('scan');
        return { code: text, qrCode: text };
      }),
      startAPVerify: call('startAPVerify', async ({ certifyId, url }: { certifyId: string; url: string }) => {
        if (!url.includes(encodeURIComponent(certifyId))) throw new Error('url and certifyId differ');
        await ask('verify-face', { verifyId: certifyId });
        return { resultStatus: '9000' };
      }),
      requestSubscribeMessage: call(
        'requestSubscribeMessage',
        async ({ entityIds }: { entityIds: string[] }) => {
          const { allowed } = await ask('messages', { templates: entityIds });
          return { behavior: allowed ? 'subscribe' : 'cancel', subscribeEntityIds: allowed ? entityIds : [] };
        },
      ),
      showAuthGuide: call('showAuthGuide', async () => {
        await ask('open-settings');
        return {};
      }),
    };
  }
  return {
    ...common,
    login: call('login', async () => await ask('login')),
    checkSession: call('checkSession', () => ({})),
    scanCode: call('scanCode', async () => {
      const { text } = await ask('scan');
      return { result: text, scanType: 'QR_CODE', charSet: 'UTF-8' };
    }),
    requestFacialVerify: call('requestFacialVerify', async ({ verifyId }: { verifyId: string }) => {
      await ask('verify-face', { verifyId });
      return {};
    }),
    checkIsSupportSoterAuthentication: call('checkIsSupportSoterAuthentication', async () => {
      const { supported } = await ask('secure-key');
      return { supportMode: supported ? ['fingerPrint'] : [] };
    }),
    checkIsSoterEnrolledInDevice: call('checkIsSoterEnrolledInDevice', async () => {
      const { enrolled } = await ask('secure-key');
      return { isEnrolled: enrolled };
    }),
    startSoterAuthentication: call(
      'startSoterAuthentication',
      async ({ challenge }: { challenge: string }) => {
        const { json, signature } = await ask('finger', { challenge });
        return { authMode: 'fingerPrint', errCode: 0, resultJSON: json, resultJSONSignature: signature };
      },
    ),
    requestSubscribeMessage: call('requestSubscribeMessage', async ({ tmplIds }: { tmplIds: string[] }) => {
      const { allowed } = await ask('messages', { templates: tmplIds });
      return Object.fromEntries(tmplIds.map((template) => [template, allowed ? 'accept' : 'reject']));
    }),
    requirePrivacyAuthorize: call('requirePrivacyAuthorize', async () => {
      await ask('permission', { scope: 'privacy' });
      return {};
    }),
    getPrivacySetting: call('getPrivacySetting', () => ({
      needAuthorization: false,
      privacyContractName: '',
    })),
    onNeedPrivacyAuthorization: () => undefined,
  };
}
