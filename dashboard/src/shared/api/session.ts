'use client';

import { createContext, useContext } from 'react';
import type { AlarmActionName, Role, Session } from './contract';

const RANK: Record<Role, number> = { gateway: 0, viewer: 1, operator: 2, engineer: 3, admin: 4 };

const LEAST_ROLE: Record<AlarmActionName, Role> = {
  acknowledge: 'operator',
  shelve: 'operator',
  unshelve: 'operator',
  suppress: 'engineer',
  unsuppress: 'engineer',
  'out-of-service': 'engineer',
  'return-to-service': 'engineer',
};

/** Says whether somebody with that role may do what asks for the least role. The server decides; this only hides. */
export function atLeast(role: Role, least: Role): boolean {
  return RANK[role] >= RANK[least];
}

export function mayDo(role: Role, action: AlarmActionName): boolean {
  return atLeast(role, LEAST_ROLE[action]);
}

export const SessionContext = createContext<Session | null>(null);

/** Returns who is signed in; every page is drawn inside the sign-in gate, so there is always somebody. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession was called outside the sign-in gate');
  return session;
}
