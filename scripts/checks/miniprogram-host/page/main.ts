import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { cameraApi } from './api/camera.ts';
import { filesApi } from './api/files.ts';
import { ownerApi } from './api/owner.ts';
import { recorderApi } from './api/recorder.ts';
import { requestApi } from './api/request.ts';
import { storageApi } from './api/storage.ts';
import { systemApi } from './api/system.ts';
import { visionApi } from './api/vision.ts';
import type { AppOptions } from './globals.ts';
import { moduleLoader, resolvePath } from './modules.ts';
import { defineNativeTags } from './native-tags.ts';
import { navigationApi } from './navigation.ts';
import { type PageInstance, pageStack } from './page-stack.ts';

const { target, templates, settings } = window.miniprogram;

glassEasel.globalOptions.writeIdToDOM = true;
glassEasel.globalOptions.throwGlobalError = false;
const environment = new MiniProgramEnv();
const code = environment.createCodeSpace('', true);
const template = (name: string) => {
  const content = templates[name];
  if (content === undefined) throw new Error(`there is no template ${name}`);
  return { groupList: templates, content };
};
defineNativeTags(code.getComponentSpace(), template);

const backend = new glassEasel.CurrentWindowBackendContext();
backend.onEvent((node, type, detail, options) => {
  const event = new glassEasel.Event(type, detail, options);
  glassEasel.Event.dispatchEvent(node, event);
  return event.getEventBubbleStatus();
});
const associated = environment.associateBackend(backend);

const load = moduleLoader();
const defined = new Set<string>();

/** Runs the code of a page or component, once, after that of the components it uses. */
function define(path: string): void {
  if (defined.has(path)) return;
  defined.add(path);
  const own = settings[path] ?? {};
  for (const used of Object.values(own.usingComponents ?? {})) define(resolvePath(path, used));
  code.addComponentStaticConfig(path, own);
  code.addCompiledTemplate(path, template(path));
  code.globalComponentEnv(window, path, () => load(path));
}

const stack = pageStack((path) => {
  define(path);
  const place = backend.document.createElement('div');
  const around = backend.document.createElement('main');
  around.appendChild(place);
  backend.getRootNode().appendChild(around);
  const host = document.body.lastElementChild;
  if (!(host instanceof HTMLElement)) throw new Error('no place for a page');
  const root = associated.createRoot('page-root', code, path);
  root.attach(around, place);
  const caller: object = root.getComponent().getMethodCaller();
  const instance: PageInstance = caller;
  document.title = settings[path]?.navigationBarTitleText ?? settings[path]?.defaultTitle ?? '';
  return { host, instance, release: () => root.release() };
});

const api: Record<string, unknown> = {
  ...systemApi(),
  ...storageApi(target),
  ...requestApi(target),
  ...filesApi(),
  ...cameraApi(target),
  ...recorderApi(),
  ...(target === 'weapp' ? visionApi() : {}),
  ...ownerApi(target),
  ...navigationApi(() => stack),
};
for (const name of window.absentApis) delete api[name];
api.canIUse = (schema: string) => (schema.split('.')[0] ?? '') in api;

let app: AppOptions | undefined;
window.global = window;
window[target === 'weapp' ? 'wx' : 'my'] = api;
window.App = (options) => {
  app = options;
};
window.getApp = () => app;
window.getCurrentPages = () => stack.instances();

load('app');
const { launch } = window;
app?.onLaunch?.(launch);
app?.onShow?.(launch);
const query = Object.entries(launch.query).map(([name, value]) => `${name}=${value}`);
stack.push(query.length === 0 ? launch.path : `${launch.path}?${query.join('&')}`);
document.documentElement.dataset.ready = 'true';
