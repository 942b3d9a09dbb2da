'use client';

import { api } from '@/shared/api/client';
import { useResource } from '@/shared/api/useResource';
import { useLiveEvents } from '@/shared/live/useLive';
import { waits } from '@/shared/ui/Signs';
import { isOpen, withAlarms } from './alarms';
import { ALARM_LIMIT } from './limits';
import styles from './alarms.module.css';

/** How many alarms are open, in the navigation of every page; filled while one of them waits for an answer. */
export function OpenAlarmCount() {
  const { data, patch } = useResource('alarms:open', (signal) => api.alarms('open', ALARM_LIMIT, signal));
  useLiveEvents((batch) => {
    if (batch.some(({ type }) => type === 'alarm')) patch((alarms) => withAlarms(alarms, batch));
  });
  const open = data?.filter(isOpen);
  if (!open || open.length === 0) return null;
  const waiting = open.filter(({ state }) => waits(state)).length;
  return (
    <span className={waiting > 0 ? styles.countWaiting : styles.count} data-testid="open-alarms">
      {open.length}
      <span className="visuallyHidden"> open, {waiting} not acknowledged</span>
    </span>
  );
}
