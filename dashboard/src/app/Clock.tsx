'use client';

import { utc } from '@/shared/time/time';
import { useNow } from '@/shared/time/useNow';
import styles from './Shell.module.css';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export function Clock() {
  const now = useNow();
  if (now === 0) return null;
  return (
    <time className={styles.clock} dateTime={new Date(now).toISOString()} title={utc(now)}>
      {TIME.format(now)}
    </time>
  );
}
