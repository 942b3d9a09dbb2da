'use client';

import { useState } from 'react';
import { api } from '@/shared/api/client';
import { LONGEST_TEXT, type Proposal } from '@/shared/api/contract';
import { useSubmit } from '@/shared/api/useSubmit';
import { Button } from '@/shared/ui/Button';
import { Dialog, DialogButtons, Field } from '@/shared/ui/Dialog';
import { Failure } from '@/shared/ui/Notice';
import styles from './advice.module.css';

interface Props {
  proposal: Proposal;
  decision: 'accept' | 'decline';
  onClose: () => void;
  onDone: () => void;
}

const WORD = { accept: 'Accept', decline: 'Decline' } as const;
const CONSEQUENCE = {
  accept: 'Says that the work will be done. Nothing is sent anywhere: make the work order where you always do.',
  decline: 'Says that the work is not wanted. This episode does not propose it again.',
} as const;

/** Asks for what a decision is recorded with: a remark, which declining cannot do without. */
export function DecisionDialog({ proposal, decision, onClose, onDone }: Props) {
  const [text, setText] = useState('');
  const needed = decision === 'decline';
  const ready = !needed || text.trim() !== '';

  const { busy, error, submit } = useSubmit(async () => {
    if (!ready) return;
    await api.decide(proposal.id, decision, text.trim());
    onDone();
  });

  return (
    <Dialog title={`${WORD[decision]}: ${proposal.asset} ${proposal.failureMode}`} onClose={onClose} testId="proposal-dialog">
      <p className={styles.task}>{proposal.task}</p>
      <p className={styles.note}>{CONSEQUENCE[decision]}</p>
      <form onSubmit={submit}>
        <Field
          label={needed ? 'Reason' : 'Remark (optional)'}
          hint={needed ? 'Needed: it is kept with your name in the history.' : 'Kept with your name in the history.'}
        >
          {(id, describedBy) => (
            <textarea
              id={id}
              aria-describedby={describedBy}
              required={needed}
              autoFocus
              maxLength={LONGEST_TEXT}
              value={text}
              onChange={(event) => setText(event.target.value)}
              data-testid="proposal-remark"
            />
          )}
        </Field>
        {error && <Failure error={error} />}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={busy || !ready} data-testid="proposal-confirm">
            {WORD[decision]}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
