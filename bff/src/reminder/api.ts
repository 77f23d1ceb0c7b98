import * as calls from '../../../shared/contract/protect/reminders.ts';
import { type HolderApi, holderRoute } from '../http/routes/route.ts';
import { endReminders } from './end-reminders.ts';
import { readReminders } from './read-reminders.ts';
import { wantReminders } from './want-reminders.ts';

/** By what a phone's holder is reminded before the credential ends. */
export const remindersOnPhone: HolderApi = {
  readReminders: holderRoute(calls.readRemindersCall, (ports, { caller }) => readReminders(ports, caller)),
  wantReminders: holderRoute(calls.wantRemindersCall, (ports, { caller, body }) =>
    wantReminders(ports, caller, body),
  ),
  endReminders: holderRoute(calls.endRemindersCall, (ports, { caller }) => endReminders(ports, caller)),
};
