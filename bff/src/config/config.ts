import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import type { Text } from '../../../shared/text.ts';

/** A private P-256 signing key as a JWK with its key id. */
export interface PrivateSigningKey {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  d: string;
  kid: string;
}

/** A key of result tokens. */
export interface ResultSigningKey extends PrivateSigningKey {
  /** Epoch milliseconds; 0: it has signed ever since. */
  signsFrom: number;
  /** It may sign before it was published long enough, and keys that signed may be gone: one of them leaked. */
  urgent: boolean;
}

export interface PublicRootKey {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export const faceVerifiers = ['off', 'platform', 'wechat', 'alipay'] as const;

/** All that the process is told from outside, read once at its start. URLs carry no trailing slash. */
export interface Config {
  readonly mode: 'sandbox' | 'production';
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where phones and counters reach this BFF. */
  readonly publicUrl: string;
  readonly issuer: string;
  /** File paths. */
  readonly database: string;
  /** A JSON file of relying parties and counters that is imported at the start. */
  readonly registry: string | undefined;
  readonly keys: {
    /** All are published; of those whose time has come the last one signs. */
    readonly result: readonly ResultSigningKey[];
    readonly accessTokenSecret: Uint8Array;
    readonly holderPepper: Uint8Array;
  };
  readonly authority: {
    readonly url: string;
    readonly apiKey: string;
    readonly root: PublicRootKey;
    readonly bffId: string;
  };
  /** Where the registrar's desk of the authority is. */
  readonly registrarUrl: string;
  readonly wechat: { readonly url: string; readonly appId: string; readonly secret: string };
  readonly alipay: {
    readonly url: string;
    readonly appId: string;
    /** PEM, or base64 of DER as Alipay's tools write it. */
    readonly privateKey: string;
    readonly publicKey: string;
  };
  /** What is sent before a credential ends, by how long before; undefined where no message is. */
  readonly templates: Readonly<Record<LoginPlatform, readonly string[] | undefined>>;
  /** Who stands behind this service, as people are told. */
  readonly about: {
    readonly operator: Text;
    readonly authority: Text;
    readonly hotline: string;
    readonly privacyUrl: string;
  };
  /** `platform`: where the platform of the login has a face verifier, it takes the faces in the place of our own capture; or only one of both. */
  readonly faceVerifier: (typeof faceVerifiers)[number];
  /** The sandbox platform that shows messages; undefined where no sign-in by SMS is offered. */
  readonly sms: { readonly url: string } | undefined;
  /** The folder of the H5 build; undefined where this BFF does not serve it. */
  readonly h5: string | undefined;
  /** Where the helper of a card reader answers on the officer's own computer; in a sandbox anywhere. Undefined where there is none. */
  readonly cardReader: string | undefined;
  /** The origin of the officers' page, which is the authority's, or this BFF's by name. */
  readonly officerOrigin: string;
  readonly metricsToken: string | undefined;
  readonly relaysInFlight: number;
  /** How many times the amounts of the quotas everybody has; 1 in production. */
  readonly quotaFactor: number;
  /** By what the pauses between two tries of a webhook are divided; 1 in production. */
  readonly webhookHaste: number;
  readonly log: { readonly level: (typeof logLevels)[number]; readonly file: string | undefined };
  readonly trustProxy: boolean | string[];
  /** Print one line of JSON on stdout once requests are taken. */
  readonly readyLine: boolean;
}
