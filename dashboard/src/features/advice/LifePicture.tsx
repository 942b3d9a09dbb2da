import type { Advice } from '@/shared/api/contract';
import { lifeWords, picture, span } from './advice';
import styles from './advice.module.css';

const WIDTH = 360;
const x = (share: number) => Math.round(share * WIDTH);

function legend(decide: boolean, done: boolean): string {
  return [decide && '\u25bc act by', done && '\u2506 risk worth taking', '\u2503 median'].filter(Boolean).join('   ');
}

/** The interval of the life from now on, with the median and the date to act by; the words beside it say the same. */
export function LifePicture({ advice }: { advice: Advice }) {
  const drawn = picture(advice);
  if (drawn === null) return null;
  const { low, middle, high, open, done, decide, end } = drawn;
  return (
    <figure className={styles.picture}>
      <svg viewBox={`0 0 ${WIDTH} 34`} role="img" aria-label={`Remaining life: ${lifeWords(advice.life)}`}>
        <line className={styles.axis} x1="0" x2={WIDTH} y1="24" y2="24" />
        <rect className={open ? styles.openRange : styles.range} x={x(low)} y="14" width={x(high) - x(low)} height="10" />
        {middle < 1 && <line className={styles.median} x1={x(middle)} x2={x(middle)} y1="11" y2="27" />}
        {done !== null && <line className={styles.done} x1={x(done)} x2={x(done)} y1="4" y2="30" />}
        {decide !== null && <path className={styles.decide} d={`M${x(decide)} 12 l-5 -9 h10 z`} />}
      </svg>
      <figcaption>
        <span>now</span>
        <span aria-hidden="true">{legend(decide !== null, done !== null)}</span>
        <span>in {span(end)}</span>
      </figcaption>
    </figure>
  );
}
