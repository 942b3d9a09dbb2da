import styles from './ScoreBar.module.css';

// The bar ends at twice the limit: how far above matters less than that it is.
const SCALE = 2;

/** The score as a bar with the limit drawn in the middle; the number stands beside it. */
export function ScoreBar({ score }: { score: number | null }) {
  if (score === null) return <span className={styles.none}>no score</span>;
  const above = score >= 1;
  return (
    <span className={styles.bar}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.track} width="100" height="10" />
        <rect
          className={above ? styles.over : styles.under}
          y="2"
          width={(Math.min(score, SCALE) / SCALE) * 100}
          height="6"
        />
        <line className={styles.limit} x1="50" x2="50" y1="0" y2="10" vectorEffect="non-scaling-stroke" />
      </svg>
      <span className={above ? styles.high : styles.number} data-testid="score">
        <span className="visuallyHidden">Score </span>
        {score.toFixed(2)}
        <span className="visuallyHidden"> of the limit 1.00</span>
      </span>
    </span>
  );
}
