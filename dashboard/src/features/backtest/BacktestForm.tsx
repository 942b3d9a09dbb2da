'use client';

import { useState } from 'react';
import { api } from '@/shared/api/client';
import type { Backtest, ModelVersion } from '@/shared/api/contract';
import { useSubmit } from '@/shared/api/useSubmit';
import { moment } from '@/shared/time/time';
import { Button } from '@/shared/ui/Button';
import { Failure } from '@/shared/ui/Notice';
import { Panel } from '@/shared/ui/Panel';
import { candidate, EVENT_EXAMPLE, knownEvents, type Draft } from './backtest';
import styles from './backtest.module.css';

interface Props {
  models: readonly ModelVersion[];
  onSubmitted: (backtest: Backtest) => void;
}

const EMPTY: Draft = { model: '', from: '', to: '', version: '', needed: '', of: '', limitFactor: '', quietSeconds: '', events: '' };

const FIELDS = [
  { name: 'needed', label: 'Abnormal windows', hint: 'as today', min: 1, step: 1 },
  { name: 'of', label: 'among the last', hint: 'as today', min: 1, step: 1 },
  { name: 'limitFactor', label: 'Limits times', hint: 'as today', min: 0.1, step: 0.05 },
  { name: 'quietSeconds', label: 'Quiet seconds to close', hint: 'as today', min: 0, step: 10 },
] as const;

/** Asks what is to be changed; whatever is left empty stays as it is. */
export function BacktestForm({ models, onSubmitted }: Props) {
  const [draft, setDraft] = useState(EMPTY);
  const names = [...new Set(models.map(({ name }) => name))].toSorted();
  const model = draft.model === '' ? (names[0] ?? '') : draft.model;
  const versions = models.filter(({ name }) => name === model).toSorted((a, b) => b.version - a.version);
  const from = moment(draft.from);
  const to = moment(draft.to);
  const known = knownEvents(draft.events);
  const set = (name: keyof Draft) => (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) =>
    setDraft({ ...draft, [name]: event.target.value });

  const { busy, error, submit } = useSubmit(async () => {
    if (from === null || to === null || !('events' in known)) return;
    onSubmitted(await api.runBacktest({ model, from, to, candidate: candidate(draft), events: known.events }));
  });

  return (
    <Panel title="Try a change">
      <form onSubmit={submit} className={styles.form}>
        <label>
          Model
          <select value={model} onChange={set('model')} data-testid="backtest-model">
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          Version
          <select value={draft.version} onChange={set('version')} data-testid="backtest-version">
            <option value="">the champion</option>
            {versions.map(({ version, kind }) => (
              <option key={version} value={version}>
                {version} ({kind})
              </option>
            ))}
          </select>
        </label>
        <label>
          From
          <input type="datetime-local" required value={draft.from} onChange={set('from')} data-testid="backtest-from" />
        </label>
        <label>
          To
          <input type="datetime-local" required value={draft.to} onChange={set('to')} data-testid="backtest-to" />
        </label>
        {FIELDS.map(({ name, label, hint, min, step }) => (
          <label key={name}>
            {label}
            <input
              type="number"
              min={min}
              step={step}
              placeholder={hint}
              value={draft[name]}
              onChange={set(name)}
              data-testid={`backtest-${name}`}
            />
          </label>
        ))}
        <label className={styles.known}>
          Known events, one a line (optional: tells hits, misses and lead time)
          <textarea
            rows={2}
            maxLength={500_000}
            placeholder={EVENT_EXAMPLE}
            value={draft.events}
            onChange={set('events')}
            aria-invalid={'wrong' in known}
            aria-describedby="backtest-events-wrong"
            data-testid="backtest-events"
          />
          <span id="backtest-events-wrong" role="status">
            {'wrong' in known && known.wrong}
          </span>
        </label>
        <Button kind="primary" type="submit" disabled={busy || model === '' || !from || !to || 'wrong' in known} data-testid="backtest-run">
          Replay
        </Button>
      </form>
      {error && <Failure error={error} />}
    </Panel>
  );
}
