'use client';

import { useCallback, useEffect, useState } from 'react';
import { api, ApiError, onSignedOut } from '@/shared/api/client';
import type { Session } from '@/shared/api/contract';
import { SessionContext } from '@/shared/api/session';
import { live } from '@/shared/live/connection';
import { keyInFragment } from './fragment';
import { SignIn } from './SignIn';

type Gate = { at: 'asking' } | { at: 'outside'; error?: ApiError | undefined } | { at: 'inside'; session: Session };

const RETRY_MS = 3_000;

/** Shows the page to whoever is signed in, and the sign-in form to anybody else. Keeps the event stream while inside. */
export function SessionGate({ children }: { children: React.ReactNode }) {
  const [gate, setGate] = useState<Gate>({ at: 'asking' });

  useEffect(() => {
    let gone = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const enter = (ask: () => Promise<Session>) => {
      ask()
        .then((session) => !gone && setGate({ at: 'inside', session }))
        .catch((cause: unknown) => {
          if (gone) return;
          const error = cause instanceof ApiError ? cause : ApiError.unreachable();
          const refused = error.status === 401 || error.status === 403;
          setGate({ at: 'outside', error: refused && ask === ofCookie ? undefined : error });
          if (!refused) retry = setTimeout(() => enter(ask), RETRY_MS); // still starting, or out of reach
        });
    };
    const ofCookie = () => api.session();
    const secret = takeKeyFromAddress();
    enter(secret === undefined ? ofCookie : () => api.signIn(secret));
    return () => {
      gone = true;
      clearTimeout(retry);
    };
  }, []);

  useEffect(() => onSignedOut(() => setGate((now) => (now.at === 'inside' ? { at: 'outside' } : now))), []);

  const inside = gate.at === 'inside';
  useEffect(() => (inside ? live.start() : undefined), [inside]);

  const signIn = useCallback(async (secret: string) => {
    setGate({ at: 'inside', session: await api.signIn(secret) });
  }, []);

  if (gate.at === 'asking') return null; // a few milliseconds; a flash of the form would only confuse
  if (gate.at === 'outside') return <SignIn onSignIn={signIn} error={gate.error} />;
  return <SessionContext value={gate.session}>{children}</SessionContext>;
}

/** Takes the secret out of `#key=...` and removes it from the address bar and the history before anything is sent. */
function takeKeyFromAddress(): string | undefined {
  const key = keyInFragment(window.location.hash);
  if (key !== undefined) {
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  }
  return key;
}
