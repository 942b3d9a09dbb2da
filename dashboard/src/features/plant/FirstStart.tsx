import type { Stage } from './plant';
import styles from './plant.module.css';
import { count } from '@/shared/ui/words';

/** What has happened since the first start, what is happening now, and what comes by itself. */
export function FirstStart({ stage, machines }: { stage: Exclude<Stage, 'watching'>; machines: number }) {
  const learning = stage === 'learning';
  return (
    <section className={styles.first} aria-label="First start" data-testid="first-start" data-stage={stage}>
      <ol>
        <Step state="done" title="The platform is running" />
        <Step state={learning ? 'done' : 'now'} title="Readings arrive">
          {learning
            ? `${count(machines, 'machine sends', 'machines send')} readings, and every one is kept.`
            : waiting(machines)}
        </Step>
        <Step state={learning ? 'now' : 'later'} title="Models learn what is normal">
          {learning
            ? 'The simulated plant does this by itself within minutes. For your own machines, ask for a training when they have run normally for some hours. This page changes by itself.'
            : 'As soon as there are enough readings.'}
        </Step>
        <Step state="later" title="Every machine is watched">
          Abnormal behaviour raises an alarm with a reason and an advice.
        </Step>
      </ol>
    </section>
  );
}

function waiting(machines: number): string {
  return machines === 0
    ? 'There is no machine yet. The guide docs/your-own-machines.md shows how to add one.'
    : 'Waiting for the first reading. A gateway needs a key with the gateway role.';
}

interface StepProps {
  state: 'done' | 'now' | 'later';
  title: string;
  children?: React.ReactNode;
}

const STATE_WORDS = { done: 'Done', now: 'Now', later: 'Later' } as const;

function Step({ state, title, children }: StepProps) {
  return (
    <li className={styles[state]} aria-current={state === 'now' ? 'step' : undefined}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {state === 'done' && <path d="M2.5 8.5 6.5 12.5 13.5 4" fill="none" stroke="currentColor" strokeWidth="2" />}
        {state === 'now' && <circle cx="8" cy="8" r="6" fill="currentColor" />}
        {state === 'later' && <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />}
      </svg>
      <div>
        <h2>
          <span className={styles.stepState}>{STATE_WORDS[state]}</span> {title}
        </h2>
        {children && <p>{children}</p>}
      </div>
    </li>
  );
}
