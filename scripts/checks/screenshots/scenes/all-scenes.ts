import type { Scene } from '../scene.ts';
import { aboutScenes } from './about.ts';
import { applyScenes } from './apply.ts';
import { appointmentScenes } from './appointment.ts';
import { attendantScenes } from './attendant.ts';
import { checkScenes } from './check.ts';
import { consentScenes } from './consents.ts';
import { consoleScenes } from './console.ts';
import { counterScenes } from './counter.ts';
import { deviceScenes } from './device.ts';
import { embeddedScenes } from './embedded.ts';
import { endScenes } from './end.ts';
import { familyScenes } from './family.ts';
import { homeScenes } from './home.ts';
import { landingScenes } from './landing.ts';
import { lifeScenes } from './life.ts';
import { loginScenes } from './login.ts';
import { meetScenes } from './meet.ts';
import { officerScenes } from './officer.ts';
import { officerDeskScenes } from './officer-desk.ts';
import { receiptScenes } from './receipts.ts';
import { refusalScenes } from './refusals.ts';
import { slipScenes } from './slip.ts';

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
  ...receiptScenes,
  ...meetScenes,
  ...officerScenes,
  ...lifeScenes,
  ...consentScenes,
  ...attendantScenes,
  ...appointmentScenes,
  ...familyScenes,
  ...officerDeskScenes,
  ...slipScenes,
];
