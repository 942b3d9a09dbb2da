'use client';

import { useMemo, useState } from 'react';
import type { Channel, Reading, Series, Vibration } from '@/shared/api/contract';
import { localTime } from '@/shared/time/time';
import { channelLabel, deviationWords, quantity, reading, severe, slugWords, ZONE_WORD } from '@/shared/ui/words';
import { bandColumns, zoneRange } from './asset';
import { Chart } from './Chart';
import type { Scene } from './chart';
import { Arrow } from './Contributions';
import styles from './asset.module.css';

interface Props {
  channel: Channel;
  series: Series | undefined;
  latest: Reading | undefined;
  deviation: number | undefined;
  vibration: Vibration | null;
  drives: boolean;
  scene: Scene;
  withTimes: boolean;
  cursorAt: number | null;
}

/** One channel: its name, its value where the cursor stands, how far off it is, and its trend. */
export function TrendRow({ channel, series, latest, deviation, vibration, drives, scene, withTimes, cursorAt }: Props) {
  const [index, setIndex] = useState<number | null>(null);
  const points = series?.points;
  const columns = useMemo(() => bandColumns(points ?? []), [points]);
  const point = vibration?.points.find((each) => each.channel === channel.name);
  const label = channelLabel(channel.name, channel.description);
  const unit = channel.unit;
  const [times = [], max = [], min = [], mean = []] = columns;
  const i = index ?? times.length - 1;
  const [at, high, low] = [times[i] ?? null, max[i] ?? null, min[i] ?? null];
  const value = index === null && latest ? latest.value : (mean[i] ?? null);

  return (
    <figure className={drives ? styles.trendDriving : styles.trend} data-testid="trend" data-channel={channel.name}>
      <figcaption>
        <span className={styles.trendName}>{label}</span>
        {drives && deviation !== undefined && (
          <span className={styles.trendDeviation}>
            <Arrow deviation={deviation} />
            {deviationWords(deviation)}
          </span>
        )}
        {vibration && point && (
          <span className={severe(point.zone) ? styles.zoneSevere : styles.zone} data-testid="zone">
            zone {point.zone}, {ZONE_WORD[point.zone]}: {zoneRange(point.zone, vibration.limits)} mm/s
          </span>
        )}
        <span className={styles.readout} data-testid="readout">
          {index !== null && at !== null && (
            <span className={styles.readoutAt}>
              {localTime(at, scene.range.to)}
              {low !== null && high !== null && ` · ${reading(low)} to ${reading(high)}`}
            </span>
          )}
          {index === null && latest && latest.quality !== 'good' && (
            <span className={styles.readoutAt} data-testid="quality">
              {latest.quality} quality{latest.reason && latest.reason !== 'none' && `: ${slugWords(latest.reason).toLowerCase()}`}
            </span>
          )}
          <span className={styles.readoutValue}>{value === null ? 'no reading' : quantity(value, unit)}</span>
        </span>
      </figcaption>
      <Chart
        kind="trend"
        columns={columns}
        scene={scene}
        height={withTimes ? 128 : 104}
        withTimes={withTimes}
        description={describe(label, unit, columns)}
        cursorAt={cursorAt}
        onCursor={setIndex}
      />
    </figure>
  );
}

function describe(label: string, unit: string, [, max = [], min = [], mean = []]: (number | null)[][]): string {
  const known = (values: (number | null)[]) => values.filter((value) => value !== null);
  const last = known(mean).at(-1);
  if (last === undefined) return `Trend of ${label}: no readings in this span`;
  const low = quantity(Math.min(...known(min)), unit);
  const high = quantity(Math.max(...known(max)), unit);
  return `Trend of ${label}: between ${low} and ${high} in this span, ${quantity(last, unit)} at the end`;
}
