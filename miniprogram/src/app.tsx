import type { ReactNode } from 'react';
import './app.scss';
import { Ceremonies, useCeremonies } from './start/ceremonies.ts';

export default function App({ children }: { children?: ReactNode }) {
  return <Ceremonies.Provider value={useCeremonies()}>{children}</Ceremonies.Provider>;
}
