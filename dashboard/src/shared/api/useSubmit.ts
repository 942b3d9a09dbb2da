'use client';

import { useState } from 'react';
import { ApiError } from './client';

/** What a form or a button sends: whether it is on its way, and why it was refused the last time. */
export function useSubmit(send: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | undefined>(undefined);

  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await send();
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : ApiError.unreachable());
    } finally {
      setBusy(false);
    }
  };

  return { busy, error, submit };
}
