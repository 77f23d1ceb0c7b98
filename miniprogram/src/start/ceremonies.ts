import { createContext, useContext } from 'react';
import { apply } from '../apply/apply.ts';
import { login } from '../login/01-login.ts';
import { verify } from '../verify/verify.ts';
import { openHolder } from './open-holder.ts';

/** What pages can do for the person; handed down by the app, so that a test can hand down something else. */
const ceremonies = { openHolder, login, apply, verify };

export const Ceremonies = createContext(ceremonies);

export function useCeremonies(): typeof ceremonies {
  return useContext(Ceremonies);
}
