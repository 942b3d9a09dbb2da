import type { AlarmPriority, AlarmState, Condition } from '../api/contract';
import { CONDITION_WORD, PRIORITY_WORD, STATE_SHORT, STATE_WORD } from './words';
import styles from './Signs.module.css';

// Shape carries the meaning, colour repeats it, the word beside it says it: any one of the three is enough.
const CONDITION_SHAPE: Record<Condition, React.ReactNode> = {
  abnormal: <path d="M8 1 15.2 14.5H.8Z" fill="currentColor" />,
  normal: <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  unknown: <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="1.75" strokeDasharray="2.6 2.6" />,
  silent: <path d="M3.5 3.5 12.5 12.5 M12.5 3.5 3.5 12.5" stroke="currentColor" strokeWidth="2" fill="none" />,
};

export function ConditionSign({ condition }: { condition: Condition }) {
  return (
    <span className={`${styles.sign} ${styles[condition]}`} data-testid="condition" data-condition={condition}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {CONDITION_SHAPE[condition]}
      </svg>
      {CONDITION_WORD[condition]}
    </span>
  );
}

const PRIORITY_SHAPE: Record<AlarmPriority, string> = {
  critical: 'M8 .6 15.4 8 8 15.4.6 8Z',
  high: 'M8 1.4 15.4 14.6H.6Z',
  medium: 'M2 2H14V14H2Z',
  low: 'M.6 2.6H15.4L8 14.6Z',
};
const PRIORITY_DIGIT: Record<AlarmPriority, string> = { critical: '1', high: '2', medium: '3', low: '4' };
const DIGIT_Y: Record<AlarmPriority, number> = { critical: 11.2, high: 13, medium: 11.3, low: 10 };

interface PriorityProps {
  priority: AlarmPriority;
  /** Filled while the alarm asks for an answer, an outline afterwards. */
  filled?: boolean;
  label?: React.ReactNode;
}

export function PrioritySign({ priority, filled = true, label }: PriorityProps) {
  return (
    <span className={`${styles.sign} ${styles[priority]}`} data-priority={priority}>
      <svg viewBox="0 0 16 16" aria-hidden="true" className={filled ? styles.filled : styles.outlined}>
        <path d={PRIORITY_SHAPE[priority]} />
        <text x="8" y={DIGIT_Y[priority]} textAnchor="middle">
          {PRIORITY_DIGIT[priority]}
        </text>
      </svg>
      {label ?? PRIORITY_WORD[priority]}
    </span>
  );
}

/** Says whether the alarm still waits for an operator to take note of it. */
export function waits(state: AlarmState): boolean {
  return state === 'unacknowledged' || state === 'returned';
}

export function StateWord({ state }: { state: AlarmState }) {
  return (
    <span className={waits(state) ? styles.waiting : styles.answered} title={STATE_WORD[state]} data-state={state}>
      {STATE_SHORT[state]}
    </span>
  );
}
