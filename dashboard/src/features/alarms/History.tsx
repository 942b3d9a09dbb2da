'use client';

import { api } from '@/shared/api/client';
import { useResource } from '@/shared/api/useResource';
import type { AlarmState } from '@/shared/api/contract';
import { Moment } from '@/shared/time/Moment';
import { Failure, Waiting } from '@/shared/ui/Notice';
import { STATE_WORD } from '@/shared/ui/words';
import styles from './alarms.module.css';

/** On the way in or out, the closed alarm is the normal machine. */
const stateBetween = (state: AlarmState) => (state === 'normal' ? 'Normal' : STATE_WORD[state]);

/** Who did what with the alarm, when and why, newest first. The change in the key asks again after every step. */
export function History({ id, changed }: { id: string; changed: string }) {
  const { data, error } = useResource(`history:${id}:${changed}`, (signal) => api.alarmHistory(id, signal));
  if (data === undefined) return error ? <Failure error={error} /> : <Waiting what="the history" />;
  return (
    <ol className={styles.history} data-testid="alarm-history">
      {data
        .toSorted((a, b) => b.sequence - a.sequence)
        .map((entry) => (
          <li key={entry.sequence}>
            <Moment at={entry.at} />
            <span>
              <strong>{entry.actor}</strong> {entry.action}
              <span className={styles.transition}>
                {' '}
                {stateBetween(entry.from)} → {stateBetween(entry.to)}
              </span>
              {entry.reason && <q className={styles.reason}>{entry.reason}</q>}
            </span>
          </li>
        ))}
    </ol>
  );
}
