'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/shared/api/client';
import { useResource } from '@/shared/api/useResource';
import { useLiveEvents } from '@/shared/live/useLive';
import { Empty, Failure, Waiting } from '@/shared/ui/Notice';
import { Segments } from '@/shared/ui/Segments';
import { waits } from '@/shared/ui/Signs';
import { count } from '@/shared/ui/words';
import { isOpen, scopeOf, shown, withAlarms, type Scope, type View } from './alarms';
import { AlarmTable } from './AlarmTable';
import { ALARM_LIMIT } from './limits';
import styles from './alarms.module.css';

const VIEWS: { id: View; label: string }[] = [
  { id: 'open', label: 'Open' },
  { id: 'shelved', label: 'Set aside' },
  { id: 'all', label: 'All' },
];

const NOTHING: Record<View, { title: string; text: string }> = {
  open: { title: 'No open alarms', text: 'A new alarm shows up here by itself.' },
  shelved: { title: 'Nothing is set aside', text: 'Shelved, suppressed and out-of-service alarms are listed here.' },
  all: { title: 'No alarm has been raised yet', text: 'A new alarm shows up here by itself.' },
};

const CUT: Record<Scope, string> = {
  open: `These are ${ALARM_LIMIT} alarms, the gravest first; there are more, and some that were set aside may be among them.`,
  all: `These are the newest ${ALARM_LIMIT} alarms; there are older ones.`,
};

/** The alarm list after ISA-18.2: by priority, then time, with the answer that is expected of the operator. */
export function AlarmPage() {
  const asked = useSearchParams().get('id');
  const [view, setView] = useState<View>(asked === null ? 'open' : 'all');
  const scope = scopeOf(view);
  const { data, error, patch } = useResource(`alarms:${scope}`, (signal) => api.alarms(scope, ALARM_LIMIT, signal));

  useLiveEvents((batch) => {
    if (batch.some(({ type }) => type === 'alarm')) patch((alarms) => withAlarms(alarms, batch));
  });

  const rows = data && shown(data, view);
  return (
    <>
      <div className={styles.top}>
        <div>
          <h1>Alarms</h1>
          {data && <p className={styles.summary}>{summary(data.filter(isOpen))}</p>}
        </div>
        <Segments label="Which alarms" options={VIEWS} value={view} onChange={setView} testId="alarm-view" />
      </div>
      {error && <Failure error={error} />}
      {data && data.length >= ALARM_LIMIT && (
        <p className={styles.cut} role="status" data-testid="alarms-cut">
          {CUT[scope]}
        </p>
      )}
      {!rows && !error && <Waiting what="the alarms" />}
      {rows?.length === 0 && (
        <Empty title={NOTHING[view].title}>
          <p>{NOTHING[view].text}</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <AlarmTable
          alarms={rows}
          openAtFirst={asked}
          onChange={(alarm) => patch((alarms) => withAlarms(alarms, [{ type: 'alarm', data: alarm }]))}
        />
      )}
    </>
  );
}

function summary(open: { state: Parameters<typeof waits>[0] }[]): string {
  if (open.length === 0) return 'None open';
  const waiting = open.filter(({ state }) => waits(state)).length;
  return `${count(open.length, 'alarm', 'alarms')} open, ${waiting === 0 ? 'all acknowledged' : `${waiting} not acknowledged`}`;
}
