'use client';

import { useState } from 'react';
import { api, ApiError } from '@/shared/api/client';
import type { Alarm, AlarmActionName } from '@/shared/api/contract';
import { useSession } from '@/shared/api/session';
import { Button } from '@/shared/ui/Button';
import { Failure } from '@/shared/ui/Notice';
import { ACTION_WORD } from '@/shared/ui/words';
import { ActionDialog } from './ActionDialog';
import { offered } from './alarms';
import styles from './alarms.module.css';

interface Props {
  alarm: Alarm;
  onChange: (alarm: Alarm) => void;
  /** In a table row only what an operator does all day is offered; the rest stands in the details. */
  short?: boolean;
}

const DAILY: readonly AlarmActionName[] = ['acknowledge', 'shelve', 'unshelve'];
const WITHOUT_QUESTION: readonly AlarmActionName[] = ['unshelve', 'unsuppress', 'return-to-service'];

export function AlarmActions({ alarm, onChange, short = false }: Props) {
  const { role } = useSession();
  const [asking, setAsking] = useState<AlarmActionName | null>(null);
  const [error, setError] = useState<ApiError | undefined>(undefined);
  const actions = offered(alarm, role).filter((action) => !short || DAILY.includes(action));

  const start = async (action: AlarmActionName) => {
    setError(undefined);
    if (!WITHOUT_QUESTION.includes(action)) return setAsking(action);
    try {
      onChange(await api.actOnAlarm(alarm.id, action, {}));
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : ApiError.unreachable());
    }
  };

  return (
    <>
      <div className={short ? styles.rowActions : styles.actions}>
        {actions.map((action) => (
          <Button
            key={action}
            kind={action === 'acknowledge' && !short ? 'primary' : 'plain'}
            onClick={() => void start(action)}
            data-testid={`alarm-${action}`}
            aria-label={`${ACTION_WORD[action]} ${alarm.asset}`}
          >
            {ACTION_WORD[action]}
            {WITHOUT_QUESTION.includes(action) ? '' : '…'}
          </Button>
        ))}
      </div>
      {error && <Failure error={error} />}
      {asking && (
        <ActionDialog
          alarm={alarm}
          action={asking}
          onClose={() => setAsking(null)}
          onDone={(changed) => {
            setAsking(null);
            onChange(changed);
          }}
        />
      )}
    </>
  );
}
