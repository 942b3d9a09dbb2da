'use client';

import { useMemo, useState } from 'react';
import type { Assessment, Channel, Contribution, Episode, Reading, Series, Vibration } from '@/shared/api/contract';
import { localTime, SPANS, type SpanId } from '@/shared/time/time';
import { Panel } from '@/shared/ui/Panel';
import { Segments } from '@/shared/ui/Segments';
import { Button } from '@/shared/ui/Button';
import { Waiting } from '@/shared/ui/Notice';
import { count } from '@/shared/ui/words';
import { episodeSpans, unjudgedSpans, type Span } from './asset';
import type { Scene } from './chart';
import { ScoreStrip } from './ScoreStrip';
import { TrendRow } from './TrendRow';
import styles from './asset.module.css';

interface Props {
  /** Of the time axis, in epoch milliseconds; undefined while not known. */
  start: number | undefined;
  end: number | undefined;
  span: SpanId;
  onSpan: (span: SpanId) => void;
  driving: Channel[];
  other: Channel[];
  series: Series[] | undefined;
  latest: Record<string, Reading> | undefined;
  assessments: Assessment[];
  episodes: Episode[];
  contributions: Contribution[];
  vibration: Vibration | null;
}

const QUIET_FIRST = 4; // with nothing abnormal, as many channels as fit a screen

/** The evidence: the score and the readings that drive it, one above the other on one time axis. */
export function Trends({
  start,
  end,
  span,
  onSpan,
  driving,
  other,
  series,
  latest,
  assessments,
  episodes,
  contributions,
  vibration,
}: Props) {
  const [all, setAll] = useState(false);
  const [cursorAt, setCursorAt] = useState<number | null>(null);
  const range = useMemo<Span>(() => ({ from: start ?? 0, to: end ?? 1 }), [start, end]);
  const scene = useMemo<Scene>(
    () => ({ range, abnormal: episodeSpans(episodes, range), unjudged: [] }),
    [range, episodes],
  );
  const scoreScene = useMemo<Scene>(() => ({ ...scene, unjudged: unjudgedSpans(assessments) }), [scene, assessments]);

  const chooseSpan = (chosen: SpanId) => {
    setCursorAt(null);
    onSpan(chosen);
  };

  const first = driving.length > 0 ? driving : other.slice(0, QUIET_FIRST);
  const rest = driving.length > 0 ? other : other.slice(QUIET_FIRST);
  const row = (channel: Channel, last: boolean) => (
    <TrendRow
      key={channel.name}
      channel={channel}
      series={series?.find((each) => each.channel === channel.name)}
      latest={latest?.[channel.name]}
      deviation={contributions.find((each) => each.channel === channel.name)?.deviation}
      vibration={vibration}
      drives={driving.includes(channel)}
      scene={scene}
      withTimes={last}
      cursorAt={cursorAt}
    />
  );

  return (
    <Panel
      title={driving.length > 0 ? 'Trends of what drives the score' : 'Trends'}
      aside={<Segments label="Time span" options={SPANS} value={span} onChange={chooseSpan} testId="span" />}
      testId="trends"
    >
      <Legend />
      {end === undefined && <p className={styles.none}>This machine has not sent a reading yet.</p>}
      {end !== undefined && series === undefined && <Waiting what="the readings" />}
      {series !== undefined && (
        <>
          <ScoreStrip assessments={assessments} scene={scoreScene} cursorAt={cursorAt} />
          {first.map((channel, i) => row(channel, i === first.length - 1))}
          {all && rest.map((channel, i) => row(channel, i === rest.length - 1))}
          <div className={styles.under}>
            <TimeCursor range={range} at={cursorAt} onMove={setCursorAt} />
            {rest.length > 0 && (
              <Button kind="quiet" onClick={() => setAll(!all)} aria-expanded={all} data-testid="other-channels">
                {all ? 'Hide the others' : `Show ${count(rest.length, 'other channel', 'other channels')}`}
              </Button>
            )}
          </div>
        </>
      )}
    </Panel>
  );
}

interface TimeCursorProps {
  range: Span;
  at: number | null;
  onMove: (at: number | null) => void;
}

const CURSOR_STEPS = 300;

/** Moves the reading line of all charts by keyboard or finger; at its right end it lets go of the past. */
function TimeCursor({ range, at, onMove }: TimeCursorProps) {
  const step = (range.to - range.from) / CURSOR_STEPS;
  const words = at === null ? 'newest' : localTime(at, range.to);
  return (
    <label className={styles.cursor}>
      Read at
      <input
        type="range"
        min={0}
        max={CURSOR_STEPS}
        value={at === null ? CURSOR_STEPS : Math.max(0, Math.round((at - range.from) / step))}
        onChange={({ target }) => {
          const position = Number(target.value);
          onMove(position === CURSOR_STEPS ? null : range.from + position * step);
        }}
        aria-valuetext={words}
        data-testid="time-cursor"
      />
      <output>{words}</output>
    </label>
  );
}

function Legend() {
  return (
    <ul className={styles.legend} aria-label="How to read the trends">
      <li>
        <svg viewBox="0 0 22 12" aria-hidden="true">
          <rect className={styles.legendBand} y="1" width="22" height="10" />
          <path className={styles.legendLine} d="M0 6H22" />
        </svg>
        mean, with lowest to highest
      </li>
      <li>
        <svg viewBox="0 0 22 12" aria-hidden="true">
          <rect className={styles.legendWash} width="22" height="12" />
          <path className={styles.legendOnset} d="M.75 0V12" />
        </svg>
        abnormal episode
      </li>
      <li>
        <svg viewBox="0 0 22 12" aria-hidden="true">
          <rect className={styles.legendUnjudged} width="22" height="12" />
        </svg>
        not judged
      </li>
    </ul>
  );
}
