import type { ApiError } from '../api/client';
import styles from './Notice.module.css';

/** What went wrong and what to do next, where it happened. */
export function Failure({ error, children }: { error: ApiError; children?: React.ReactNode }) {
  return (
    <div className={styles.failure} role="alert" data-testid="failure">
      <p>
        <strong>{error.message}</strong>
      </p>
      {error.next && <p>{error.next}</p>}
      {children}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <div className={styles.empty} data-testid="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Holds the place of what is being fetched, without a spinner. */
export function Waiting({ what }: { what: string }) {
  return (
    <p className={styles.waiting} role="status">
      Fetching {what} …
    </p>
  );
}
