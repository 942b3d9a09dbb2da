'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import uPlot from 'uplot';
import type { Columns } from './asset';
import { chartOptions, inkOf, type ChartKind, type Scene } from './chart';
import styles from './asset.module.css';

interface Props {
  kind: ChartKind;
  columns: Columns;
  scene: Scene;
  height: number;
  withTimes: boolean;
  /** What the chart shows, in a sentence, for those who do not see it. */
  description: string;
  /** Where the reader put the time cursor from outside the chart, in epoch milliseconds. */
  cursorAt: number | null;
  onCursor: (index: number | null) => void;
}

const DARK = '(prefers-color-scheme: dark)';

function useDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(DARK);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(DARK).matches,
    () => false,
  );
}

/** A uPlot chart that lives as long as its place on the page: new data is set into it, a new size resizes it. */
export function Chart({ kind, columns, scene, height, withTimes, description, cursorAt, onCursor }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const latest = useRef({ columns, scene, onCursor });
  useEffect(() => {
    latest.current = { columns, scene, onCursor };
  });
  const placed = useRef(false);
  const dark = useDark();

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const options = chartOptions({
      kind,
      ink: inkOf(element),
      width: element.clientWidth,
      height,
      withTimes,
      scene: () => latest.current.scene,
      onCursor: (index) => latest.current.onCursor(index),
    });
    const made = new uPlot(options, latest.current.columns as uPlot.AlignedData, element);
    chart.current = made;
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      chart.current = null;
    };
  }, [kind, height, withTimes, dark]);

  useEffect(() => {
    chart.current?.setData(columns as uPlot.AlignedData);
  }, [columns, scene]);

  useEffect(() => {
    const made = chart.current;
    if (made === null) return;
    if (cursorAt !== null) made.setCursor({ left: made.valToPos(cursorAt, 'x'), top: 0 });
    else if (placed.current) made.setCursor({ left: -10, top: -10 });
    placed.current = cursorAt !== null; // a cursor that the mouse holds is left alone
  }, [cursorAt, columns]);

  return <div ref={place} className={styles.chart} role="img" aria-label={description} />;
}
