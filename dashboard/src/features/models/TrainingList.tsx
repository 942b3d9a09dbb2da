import type { Training } from '@/shared/api/contract';
import { Moment } from '@/shared/time/Moment';
import { Panel } from '@/shared/ui/Panel';
import { count } from '@/shared/ui/words';
import styles from './models.module.css';

const STATE_WORDS = { queued: 'Waits for a worker', running: 'Learning', done: 'Done', failed: 'Failed' } as const;

/** The newest trainings, and what became of them. */
export function TrainingList({ trainings }: { trainings: readonly Training[] }) {
  return (
    <Panel title="Trainings" testId="trainings" flush>
      <ul>
        {trainings.map((training) => (
          <li key={training.id} className={styles.training} data-testid="training" data-state={training.state}>
            <p className={styles.number}>{training.refused.length > 0 ? 'Not promoted' : STATE_WORDS[training.state]}</p>
            <p>
              {training.made ? `${training.made.name} v${training.made.version}` : training.model}
              <span className={styles.meta}>
                {' '}
                {training.detector} on {count(training.assets.length, 'machine', 'machines')}, <Moment at={training.changed} />
              </span>
              {[...training.refused, ...(training.failure ? [training.failure] : [])].map((why) => (
                <span key={why} className={styles.failure}>
                  {why}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
