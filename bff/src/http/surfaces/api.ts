import { applyOnPhone } from '../../apply/api.ts';
import { assistAtCounter, assistsForOperators } from '../../assist/api.ts';
import { attemptOnPhone } from '../../attempt/api.ts';
import { familyOnPhone, wardsAtTerminal } from '../../family/api.ts';
import { loginOnPhone } from '../../login/api.ts';
import { moveOnPhone } from '../../move/api.ts';
import { officersAtPoint } from '../../officer/api.ts';
import { operators } from '../../operator/api.ts';
import { peerOnPhone } from '../../peer/api.ts';
import { protectOnPhone } from '../../protect/api.ts';
import { raiseAtPoint, raiseOnPhone } from '../../raise/api.ts';
import { receiptsOfPhones } from '../../receipt/api.ts';
import { registryForOperators } from '../../registry/api.ts';
import { disputesForOperators } from '../../registry/disputes/api.ts';
import { reportsForCounters, reportsForOperators } from '../../registry/reports/api.ts';
import { webhooksForOperators } from '../../registry/webhooks/api.ts';
import { remindersOnPhone } from '../../reminder/api.ts';
import { verifyAtCounter, verifyOnPhone } from '../../verify/api.ts';
import type { CounterApi, HolderApi, OfficerApi, OperatorApi, TerminalApi } from '../routes/route.ts';

/** All that a counter can ask for. */
export const counterApi: CounterApi = { ...verifyAtCounter, ...reportsForCounters };

/** All that a phone can ask for. */
export const holderApi: HolderApi = {
  ...loginOnPhone,
  ...verifyOnPhone,
  ...attemptOnPhone,
  ...applyOnPhone,
  ...moveOnPhone,
  ...protectOnPhone,
  ...remindersOnPhone,
  ...receiptsOfPhones,
  ...peerOnPhone,
  ...raiseOnPhone,
  ...familyOnPhone,
};

/** All that an officer can ask for. */
export const officerApi: OfficerApi = { ...officersAtPoint, ...raiseAtPoint, ...assistAtCounter };

/** All that a terminal can ask for. */
export const terminalApi: TerminalApi = wardsAtTerminal;

/** All that an operator can ask for. */
export const operatorApi: OperatorApi = {
  ...operators,
  ...registryForOperators,
  ...webhooksForOperators,
  ...disputesForOperators,
  ...assistsForOperators,
  ...reportsForOperators,
};
