import type { Entries } from '../entry.ts';
import { familySchemas } from '../family/schemas.ts';
import { meetingSchemas } from '../peer/schemas.ts';
import { accessSchemas } from './access.ts';
import { counterSchemas } from './at-counter.ts';
import { eventSchemas } from './events.ts';
import { consentSchemas } from './holder/consents.ts';
import { exportSchemas } from './holder/export.ts';
import { loginSchemas } from './holder/logging-in.ts';
import { receiptSchemas } from './holder/receipts.ts';
import { appointmentSchemas } from './life/appointments.ts';
import { credentialSchemas } from './life/credentials.ts';
import { messageSchemas } from './messages.ts';
import { phoneSchemas } from './on-phone.ts';
import { operatorSchemas } from './operators.ts';
import { problemSchemas } from './problems.ts';
import { publicSchemas } from './public.ts';
import { registrySchemas } from './registry.ts';
import { webhookSchemas } from './webhooks.ts';

/** Every schema of the document that has a name. */
export const schemas: Entries = {
  ...accessSchemas,
  ...counterSchemas,
  ...eventSchemas,
  ...phoneSchemas,
  ...appointmentSchemas,
  ...loginSchemas,
  ...credentialSchemas,
  ...consentSchemas,
  ...exportSchemas,
  ...meetingSchemas,
  ...familySchemas,
  ...messageSchemas,
  ...publicSchemas,
  ...operatorSchemas,
  ...receiptSchemas,
  ...registrySchemas,
  ...webhookSchemas,
  ...problemSchemas,
};
