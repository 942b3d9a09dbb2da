'use client';

import { api } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { useSubmit } from '@/shared/api/useSubmit';
import { Button } from '@/shared/ui/Button';
import { ROLE_WORD } from '@/shared/ui/words';
import styles from './session.module.css';

/** Who is signed in, in which role, and the way out. */
export function Account() {
  const { name, role } = useSession();
  const { busy, error, submit } = useSubmit(async () => {
    await api.signOut();
    window.location.assign('/');
  });
  return (
    <div className={styles.account}>
      <span className={styles.who} data-testid="who">
        <span className={styles.name}>{name}</span>
        <span className={styles.role} data-testid="role">
          {ROLE_WORD[role]}
        </span>
      </span>
      {error && (
        <span className={styles.refused} role="alert">
          You are still signed in. {error.message}
        </span>
      )}
      <Button kind="quiet" onClick={submit} disabled={busy} data-testid="sign-out">
        Sign out
      </Button>
    </div>
  );
}
