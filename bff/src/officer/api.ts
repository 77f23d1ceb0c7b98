import {
  beginOfficerEnrolmentCall,
  beginShiftCall,
  endShiftCall,
  enrolOfficerCall,
  openShiftCall,
  readShiftCall,
} from '../../../shared/contract/officer/shift.ts';
import { type OfficerApi, officerArrivalRoute, officerRoute } from '../http/routes/route.ts';

/** How an officer's browser gets a shift and gives it back: all of it is for the authority to say. */
export const officersAtPoint: OfficerApi = {
  beginOfficerEnrolment: officerArrivalRoute(beginOfficerEnrolmentCall, ({ officers }, { body }) =>
    officers.beginEnrolment(body.invite),
  ),
  enrolOfficer: officerArrivalRoute(enrolOfficerCall, ({ officers }, { body }) => officers.enrol(body)),
  beginShift: officerArrivalRoute(beginShiftCall, async ({ officers }, { prove }) =>
    officers.beginShift(await prove()),
  ),
  openShift: officerArrivalRoute(openShiftCall, async ({ officers }, { body, prove }) =>
    officers.openShift({ ...body, key: await prove() }),
  ),
  readShift: officerRoute(readShiftCall, async ({ officers, settings: { cardReader } }, { caller }) => ({
    ...(await officers.readShift(caller.shiftId)),
    ...(cardReader !== undefined && { cardReader }),
  })),
  endShift: officerRoute(endShiftCall, async ({ officers }, { caller }) => {
    await officers.endShift(caller.shiftId);
    return {};
  }),
};
