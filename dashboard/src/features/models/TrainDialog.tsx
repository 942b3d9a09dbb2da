'use client';

import { useState } from 'react';
import { api } from '@/shared/api/client';
import { useSubmit } from '@/shared/api/useSubmit';
import { moment } from '@/shared/time/time';
import { Button } from '@/shared/ui/Button';
import { Dialog, DialogButtons, Field } from '@/shared/ui/Dialog';
import { Failure } from '@/shared/ui/Notice';

interface Props {
  /** The models that can be trained, by name. */
  names: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

export function TrainDialog({ names, onClose, onDone }: Props) {
  const [model, setModel] = useState(names[0] ?? '');
  const [from, setFrom] = useState('');
  const { busy, error, submit } = useSubmit(async () => {
    const since = moment(from);
    await api.train({ model, ...(since === null ? {} : { from: since }) });
    onDone();
  });

  return (
    <Dialog title="Train a model" onClose={onClose} testId="train-dialog">
      <p>A worker learns what is normal from stored readings. The gate then decides whether the new version goes to work.</p>
      <form onSubmit={submit}>
        <Field label="Model">
          {(id) => (
            <select id={id} value={model} onChange={(event) => setModel(event.target.value)} data-testid="train-model">
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Since when all has been well" hint="Left empty: as the last time. The first training needs it.">
          {(id, describedBy) => (
            <input
              id={id}
              aria-describedby={describedBy}
              type="datetime-local"
              value={from}
              onChange={(event) => setFrom(event.target.value)}
              data-testid="train-from"
            />
          )}
        </Field>
        {error && <Failure error={error} />}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={busy || model === ''} data-testid="train-confirm">
            Train
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
