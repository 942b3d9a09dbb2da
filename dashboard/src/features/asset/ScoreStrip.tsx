'use client';

import { useMemo, useState } from 'react';
import type { Assessment } from '@/shared/api/contract';
import { localTime } from '@/shared/time/time';
import { reasonWords } from '@/shared/ui/words';
import { scoreColumns } from './asset';
import { Chart } from './Chart';
import type { Scene } from './chart';
import styles from './asset.module.css';

interface Props {
  assessments: Assessment[];
  scene: Scene;
  cursorAt: number | null;
}

/**
 * The score of every window against its limit, on the same time axis as the trends below it. It is what the detector made of
 * the window alone; condition, score and alarm at the head of the page are what was decided with all that has been seen.
 */
export function ScoreStrip({ assessments, scene, cursorAt }: Props) {
  const [index, setIndex] = useState<number | null>(null);
  const columns = useMemo(() => scoreColumns(assessments), [assessments]);
  const at = assessments[index ?? assessments.length - 1];
  const abnormal = assessments.filter(({ kind }) => kind === 'abnormal').length;
  return (
    <figure className={styles.trend} data-testid="score-strip">
      <figcaption>
        <span className={styles.trendName}>Score</span>
        <span className={styles.trendDeviation}>each window by itself; dashed line: limit 1.00</span>
        <span className={styles.readout}>
          {index !== null && at && (
            <span className={styles.readoutAt}>{localTime(Date.parse(at.windowEnd), scene.range.to)}</span>
          )}
          <Judged assessment={at} />
        </span>
      </figcaption>
      <Chart
        kind="score"
        columns={columns}
        scene={scene}
        height={88}
        withTimes={false}
        description={`Score of ${assessments.length} windows in this span, ${abnormal} of them abnormal`}
        cursorAt={cursorAt}
        onCursor={setIndex}
      />
    </figure>
  );
}

function Judged({ assessment }: { assessment: Assessment | undefined }) {
  if (assessment === undefined) return <span className={styles.readoutAt}>no window judged</span>;
  const { kind, score, reason } = assessment;
  if (kind === 'notAssessable' || score === null) {
    return <span className={styles.readoutAt}>not judged: {reasonWords(reason ?? 'no reason given')}</span>;
  }
  return <span className={kind === 'abnormal' ? styles.readoutOver : styles.readoutValue}>{score.toFixed(2)}</span>;
}
