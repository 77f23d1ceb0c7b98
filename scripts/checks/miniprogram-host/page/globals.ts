import type { template } from 'glass-easel';

/** A template as its compiler leaves it: for each of its parts the function that draws it. */
export type Template = template.ComponentTemplate['content'];

/** What `compileOutput` hands over. */
export interface Miniprogram {
  target: 'weapp' | 'alipay';
  templates: Record<string, Template>;
  /** The native tags that templates use, with their properties. */
  tags: Record<string, string[]>;
  settings: Record<string, PageSettings>;
  modules: Record<string, ModuleBody>;
}

export interface PageSettings {
  usingComponents?: Record<string, string>;
  navigationBarTitleText?: string;
  defaultTitle?: string;
}

export type ModuleBody = (
  require: (path: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => void;

/** What a mini-program registers with `App`. */
export interface AppOptions {
  onLaunch?(launch: Launch): void;
  onShow?(launch: Launch): void;
  onHide?(): void;
}

/** What the app was opened by; `query` as it stands in the address. */
export interface Launch {
  path: string;
  query: Record<string, string>;
  scene: number;
}

/** What the phone in Node can be asked, and what it answers; bytes as base64. */
export interface PhoneAnswers {
  request: { status: number; headers: Record<string, string>; body: string };
  /** A picture of a person who does what `prompt` says. */
  photo: { jpeg: string };
  /** 16-bit PCM of one channel at `rate` hertz, of a person who reads the digits of the last challenge. */
  recording: { pcm: string; rate: number };
  /** How many faces are before the camera. */
  faces: { faces: number };
  scan: { text: string };
  random: { bytes: string };
  login: { code: string };
  /** The owner is before the platform's own camera; rejects where the page of `verifyId` was left. */
  'verify-face': Record<string, never>;
  /** Whether the phone has a secure key, and a finger is enrolled. */
  'secure-key': { supported: boolean; enrolled: boolean };
  /** What the secure key signs after the finger; rejects where its owner turned away. */
  finger: { json: string; signature: string };
  /** Rejects where the owner does not let the app use `scope`. */
  permission: Record<string, never>;
  /** The platform asks whether the app may send messages of these templates. */
  messages: { allowed: boolean };
  /** What the owner lets the app use. */
  settings: { camera: boolean; microphone: boolean };
  /** The owner looks at the settings, and may change them. */
  'open-settings': Record<string, never>;
}

declare global {
  interface Window {
    miniprogram: Miniprogram;
    launch: Launch;
    /** Names of API functions that this phone does not have. */
    absentApis: string[];
    /** Asks the phone, which lives in Node; all as JSON. Rejects where the phone says no. */
    askPhone<K extends keyof PhoneAnswers>(what: K, details: object): Promise<PhoneAnswers[K]>;
    wx?: object;
    my?: object;
    global?: object;
    App?(options: AppOptions): void;
    getApp?(): AppOptions | undefined;
    getCurrentPages?(): unknown[];
    /** As if the person left for another app, or a call came in. */
    leaveApp?(): void;
  }
}
