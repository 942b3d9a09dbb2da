'use client';

import { useState } from 'react';
import { api, ApiError } from '@/shared/api/client';
import { Button } from '@/shared/ui/Button';
import { Dialog, DialogButtons, Field } from '@/shared/ui/Dialog';
import { Failure } from '@/shared/ui/Notice';
import { utc } from './models';

interface Props {
  /** The models that can be trained, by name. */
  names: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

export function TrainDialog({ names, onClose, onDone }: Props) {
  const [model, setModel] = useState(names[0] ?? '');
  const [from, setFrom] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | undefined>(undefined);

  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await api.train({ model, ...(from === '' ? {} : { from: utc(from) }) });
      onDone();
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : ApiError.unreachable());
      setBusy(false);
    }
  };

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
        <Field label="Since when all has been well (UTC)" hint="Left empty: as the last time. The first training needs it.">
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
