'use client';

import { useState } from 'react';
import { api } from '@/shared/api/client';
import { LONGEST_TEXT, type ModelVersion } from '@/shared/api/contract';
import { useSubmit } from '@/shared/api/useSubmit';
import { Button } from '@/shared/ui/Button';
import { Dialog, DialogButtons, Field } from '@/shared/ui/Dialog';
import { Failure } from '@/shared/ui/Notice';

interface Props {
  model: ModelVersion;
  onClose: () => void;
  onDone: () => void;
}

export function PromoteDialog({ model, onClose, onDone }: Props) {
  const [reason, setReason] = useState('');
  const { busy, error, submit } = useSubmit(async () => {
    await api.promote(model.name, model.version, reason.trim());
    onDone();
  });

  return (
    <Dialog title={`Promote ${model.name} version ${model.version}`} onClose={onClose} testId="promote-dialog">
      <p>It becomes the champion and judges the machines from the next window on. The present one stays available.</p>
      <form onSubmit={submit}>
        <Field label="Reason" hint="Needed: it is kept with your name.">
          {(id, describedBy) => (
            <textarea
              id={id}
              aria-describedby={describedBy}
              required
              autoFocus
              maxLength={LONGEST_TEXT}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              data-testid="promote-reason"
            />
          )}
        </Field>
        {error && <Failure error={error} />}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={busy || reason.trim() === ''} data-testid="promote-confirm">
            Promote
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
