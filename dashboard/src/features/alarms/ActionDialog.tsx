'use client';

import { useState } from 'react';
import { api, type AlarmActionBody } from '@/shared/api/client';
import { LONGEST_SHELVING_MINUTES, LONGEST_TEXT, type Alarm, type AlarmActionName } from '@/shared/api/contract';
import { useSubmit } from '@/shared/api/useSubmit';
import { Button } from '@/shared/ui/Button';
import { Dialog, DialogButtons, Field } from '@/shared/ui/Dialog';
import { Failure } from '@/shared/ui/Notice';
import { ACTION_WORD } from '@/shared/ui/words';
import styles from './alarms.module.css';

interface Props {
  alarm: Alarm;
  action: AlarmActionName;
  onClose: () => void;
  onDone: (alarm: Alarm) => void;
}

const CONSEQUENCE: Partial<Record<AlarmActionName, string>> = {
  acknowledge: 'Says that you have seen the alarm. It stays in the list until the machine is back to normal.',
  shelve: 'Takes the alarm out of the list for a while. It comes back by itself.',
  suppress: 'Keeps the alarm quiet until somebody ends the suppression.',
  'out-of-service': 'Keeps the alarm quiet while the machine is worked on, until somebody returns it to service.',
};

const PRESETS = [
  { minutes: 30, label: '30 min' },
  { minutes: 60, label: '1 h' },
  { minutes: 120, label: '2 h' },
  { minutes: 240, label: '4 h' },
  { minutes: 480, label: '8 h' },
  { minutes: LONGEST_SHELVING_MINUTES, label: '12 h' },
] as const;

/** Asks for what an action must be recorded with: a comment, or a reason and how long. */
export function ActionDialog({ alarm, action, onClose, onDone }: Props) {
  const [text, setText] = useState('');
  const [minutes, setMinutes] = useState<number>(60);
  const isAcknowledge = action === 'acknowledge';
  const ready = isAcknowledge || text.trim() !== '';

  const { busy, error, submit } = useSubmit(async () => {
    if (!ready) return;
    const words = text.trim();
    const body: AlarmActionBody = isAcknowledge
      ? { comment: words }
      : action === 'shelve'
        ? { minutes, reason: words }
        : { reason: words };
    onDone(await api.actOnAlarm(alarm.id, action, body));
  });

  return (
    <Dialog title={`${ACTION_WORD[action]}: ${alarm.asset} ${alarm.assetName}`} onClose={onClose} testId="alarm-dialog">
      <p className={styles.dialogMessage}>{alarm.message}</p>
      <p className={styles.consequence}>{CONSEQUENCE[action]}</p>
      <form onSubmit={submit}>
        {action === 'shelve' && <MinutesChoice minutes={minutes} onChange={setMinutes} />}
        <Field
          label={isAcknowledge ? 'Comment (optional)' : 'Reason'}
          hint={
            isAcknowledge ? 'What you saw, or what you will do.' : 'Needed: it is kept with your name in the history.'
          }
        >
          {(id, describedBy) => (
            <textarea
              id={id}
              aria-describedby={describedBy}
              required={!isAcknowledge}
              autoFocus
              maxLength={LONGEST_TEXT}
              value={text}
              onChange={(event) => setText(event.target.value)}
              data-testid="alarm-reason"
            />
          )}
        </Field>
        {error && <Failure error={error} />}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={busy || !ready} data-testid="alarm-confirm">
            {ACTION_WORD[action]}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

function MinutesChoice({ minutes, onChange }: { minutes: number; onChange: (minutes: number) => void }) {
  return (
    <fieldset className={styles.minutes}>
      <legend>For how long</legend>
      <div className={styles.segments}>
        {PRESETS.map((preset) => (
          <label key={preset.minutes}>
            <input
              type="radio"
              name="minutes"
              value={preset.minutes}
              checked={minutes === preset.minutes}
              onChange={() => onChange(preset.minutes)}
              data-testid={`minutes-${preset.minutes}`}
            />
            <span>{preset.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
