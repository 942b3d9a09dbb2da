'use client';

import { useState } from 'react';
import { api } from '@/shared/api/client';
import type { ModelVersion } from '@/shared/api/contract';
import { atLeast, useSession } from '@/shared/api/session';
import { useResource } from '@/shared/api/useResource';
import { useLiveEvents } from '@/shared/live/useLive';
import { Moment } from '@/shared/time/Moment';
import { Button } from '@/shared/ui/Button';
import { Empty, Failure, Waiting } from '@/shared/ui/Notice';
import { Panel } from '@/shared/ui/Panel';
import { count } from '@/shared/ui/words';
import { facts, families, fieldLabel, metric, trainable } from './models';
import { PromoteDialog } from './PromoteDialog';
import { TrainDialog } from './TrainDialog';
import { TrainingList } from './TrainingList';
import styles from './models.module.css';

const SHOWN_TRAININGS = 5;
const TRAINING_POLL_MS = 2_000; // no event tells how far one is

const ISO_TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Which models there are, how they did on data they never saw, where they come from, and which of them judge. */
export function ModelsPage() {
  const { data, error, reload } = useResource('models', api.models);
  const { role } = useSession();
  const [promoting, setPromoting] = useState<ModelVersion | null>(null);
  const [training, setTraining] = useState(false);
  const trainings = useResource('trainings', (signal) => api.trainings(SHOWN_TRAININGS, signal), TRAINING_POLL_MS);
  const classes = useResource('classes', api.classes);
  useLiveEvents((batch) => {
    if (batch.some(({ type }) => type === 'model')) reload();
  });
  const names = trainable(classes.data ?? [], data ?? []);

  return (
    <>
      <div className={styles.head}>
        <h1>Models</h1>
        {atLeast(role, 'engineer') && names.length > 0 && (
          <Button onClick={() => setTraining(true)} data-testid="train">
            Train…
          </Button>
        )}
      </div>
      <p className={styles.intro}>The champion of each name judges the machines. Metrics come from held-out data.</p>
      {error && <Failure error={error} />}
      {!data && !error && <Waiting what="the models" />}
      {data?.length === 0 && (
        <Empty title="No model has been trained yet">
          <p>
            The simulated plant begins by itself. Machines of your own are learned when you ask for it, once they have run
            normally for some hours.
          </p>
        </Empty>
      )}
      <div className={styles.families}>
        {trainings.data !== undefined && trainings.data.length > 0 && <TrainingList trainings={trainings.data} />}
        {families(data ?? []).map(({ name, versions }) => (
          <Panel
            key={name}
            title={name}
            aside={count(versions.length, 'version', 'versions')}
            testId="model-family"
            flush
          >
            <ul>
              {versions.map((model) => (
                <Version
                  key={model.version}
                  model={model}
                  onPromote={atLeast(role, 'engineer') && !model.champion ? () => setPromoting(model) : undefined}
                />
              ))}
            </ul>
          </Panel>
        ))}
      </div>
      {training && (
        <TrainDialog
          names={names}
          onClose={() => setTraining(false)}
          onDone={() => {
            setTraining(false);
            trainings.reload();
          }}
        />
      )}
      {promoting && (
        <PromoteDialog
          model={promoting}
          onClose={() => setPromoting(null)}
          onDone={() => {
            setPromoting(null);
            reload();
          }}
        />
      )}
    </>
  );
}

function Version({ model, onPromote }: { model: ModelVersion; onPromote?: (() => void) | undefined }) {
  return (
    <li
      className={styles.version}
      data-testid="model-version"
      data-model={`${model.name} v${model.version}`}
      data-champion={model.champion}
    >
      <div className={styles.identity}>
        <p className={styles.number}>
          Version {model.version}
          {model.champion && (
            <span className={styles.champion} data-testid="champion">
              Champion
            </span>
          )}
        </p>
        <p className={styles.meta}>
          {model.kind}
          <br />
          registered <Moment at={model.registered} />
        </p>
      </div>
      <dl className={styles.metrics}>
        {Object.entries(model.metrics).map(([name, value]) => (
          <div key={name}>
            <dt>{fieldLabel(name)}</dt>
            <dd>{metric(value)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.promote}>
        {onPromote && (
          <Button onClick={onPromote} data-testid="promote" aria-label={`Promote ${model.name} version ${model.version}`}>
            Promote…
          </Button>
        )}
      </div>
      <details className={styles.provenance}>
        <summary>Where it comes from</summary>
        <dl>
          {facts(model.provenance).map(([label, value]) => (
            <div key={label} className={value.includes('\n') ? styles.evidence : undefined}>
              <dt>{label}</dt>
              <dd>{ISO_TIME.test(value) ? <Moment at={value} /> : value}</dd>
            </div>
          ))}
          <div>
            <dt>Files (SHA-256)</dt>
            <dd className={styles.hash}>{model.sha256}</dd>
          </div>
        </dl>
      </details>
    </li>
  );
}
