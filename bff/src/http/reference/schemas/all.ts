import type { Entries } from '../entry.ts';
import { accessSchemas } from './access.ts';
import { counterSchemas } from './at-counter.ts';
import { eventSchemas } from './events.ts';
import { loginSchemas } from './logging-in.ts';
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
  ...loginSchemas,
  ...messageSchemas,
  ...publicSchemas,
  ...operatorSchemas,
  ...registrySchemas,
  ...webhookSchemas,
  ...problemSchemas,
};
