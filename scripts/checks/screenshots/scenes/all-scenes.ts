import type { Scene } from '../scene.ts';
import { aboutScenes } from './about.ts';
import { applyScenes } from './apply.ts';
import { checkScenes } from './check.ts';
import { consoleScenes } from './console.ts';
import { counterScenes } from './counter.ts';
import { deviceScenes } from './device.ts';
import { embeddedScenes } from './embedded.ts';
import { endScenes } from './end.ts';
import { homeScenes } from './home.ts';
import { landingScenes } from './landing.ts';
import { loginScenes } from './login.ts';
import { refusalScenes } from './refusals.ts';

/** Every page in every state, in the order in which a person meets them. */
export const allScenes: readonly Scene[] = [
  ...homeScenes,
  ...loginScenes,
  ...applyScenes,
  ...landingScenes,
  ...deviceScenes,
  ...checkScenes,
  ...refusalScenes,
  ...endScenes,
  ...aboutScenes,
  ...counterScenes,
  ...embeddedScenes,
  ...consoleScenes,
];
