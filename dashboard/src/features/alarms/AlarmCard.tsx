'use client';

import type { Alarm } from '@/shared/api/contract';
import { Moment } from '@/shared/time/Moment';
import { PrioritySign, StateWord, waits } from '@/shared/ui/Signs';
import { PRIORITY_WORD } from '@/shared/ui/words';
import { AlarmActions } from './AlarmActions';
import { History } from './History';
import styles from './alarms.module.css';

/** One alarm with everything that may be done about it, for the page of its asset. */
export function AlarmCard({ alarm, onChange }: { alarm: Alarm; onChange: (alarm: Alarm) => void }) {
  return (
    <section
      className={waits(alarm.state) ? styles.cardWaiting : styles.card}
      aria-label={`Alarm: ${alarm.message}`}
      data-testid="alarm-card"
      data-alarm={alarm.id}
      data-state={alarm.state}
    >
      <p className={styles.cardHead}>
        <PrioritySign
          priority={alarm.priority}
          filled={waits(alarm.state)}
          label={`${PRIORITY_WORD[alarm.priority]} alarm`}
        />
        <StateWord state={alarm.state} />
      </p>
      <p className={styles.cardMessage}>{alarm.message}</p>
      <AlarmFacts alarm={alarm} />
      <AlarmActions alarm={alarm} onChange={onChange} />
      <details className={styles.disclosure}>
        <summary>History of this alarm</summary>
        <History id={alarm.id} changed={alarm.changed} />
      </details>
    </section>
  );
}

export function AlarmFacts({ alarm }: { alarm: Alarm }) {
  return (
    <p className={styles.facts}>
      Raised <Moment at={alarm.raised} /> (<Moment at={alarm.raised} as="ago" />)
      {alarm.acknowledgedBy && <>, acknowledged by {alarm.acknowledgedBy}</>}
      {alarm.shelvedUntil && (
        <>
          , shelved until <Moment at={alarm.shelvedUntil} />
          {alarm.shelveReason && <>: {alarm.shelveReason}</>}
        </>
      )}
    </p>
  );
}
