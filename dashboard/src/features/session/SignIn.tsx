'use client';

import { useState } from 'react';
import type { ApiError } from '@/shared/api/client';
import { useSubmit } from '@/shared/api/useSubmit';
import { Button } from '@/shared/ui/Button';
import { Failure } from '@/shared/ui/Notice';
import styles from './session.module.css';

interface Props {
  onSignIn: (secret: string) => Promise<void>;
  error?: ApiError | undefined;
}

export function SignIn({ onSignIn, error }: Props) {
  const [secret, setSecret] = useState('');
  const { busy, error: refusal, submit } = useSubmit(() => onSignIn(secret.trim()));

  const shown = refusal ?? error;
  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={submit} data-testid="sign-in">
        <h1>IndustrialMind</h1>
        <p className={styles.intro}>Sign in with your access key.</p>
        <label htmlFor="secret">Access key</label>
        <input
          id="secret"
          name="secret"
          type="password"
          autoComplete="current-password"
          autoFocus
          required
          spellCheck={false}
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
          aria-describedby="secret-hint"
          data-testid="secret"
        />
        <p id="secret-hint" className={styles.hint}>
          The platform printed one when it was started for the first time. An administrator can make more.
        </p>
        {shown && <Failure error={shown} />}
        <Button kind="primary" type="submit" disabled={busy || secret.trim() === ''} data-testid="sign-in-button">
          {busy ? 'Signing in …' : 'Sign in'}
        </Button>
      </form>
    </main>
  );
}
