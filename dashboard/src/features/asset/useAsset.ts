'use client';

import { useCallback, useMemo } from 'react';
import { api } from '@/shared/api/client';
import type { Alarm, Asset, Assessment, Episode, Point, Series } from '@/shared/api/contract';
import { useResource } from '@/shared/api/useResource';
import { useLiveEvents, useThrottled } from '@/shared/live/useLive';
import { spanStart, type SpanId } from '@/shared/time/time';
import { alarmsOf, inOrder, newestEpisode, withGaps } from './asset';
import { firstReading } from './firstReading';

const BUCKETS = 400; // about one per two pixels of a desktop chart
const CHANNEL_LIMIT = 32; // as many as the server answers at once
const EPISODE_LIMIT = 50;
const ALARM_LIMIT = 500;

// The server sends the oldest assessments first and at most this many: a day of windows that end every ten seconds.
const ASSESSMENT_LIMIT = 10_000;
const JUDGED_SPAN_MS = 24 * 3_600_000;

const LATEST_MS = 3_000;
const HOUR_MS = 3_600_000;

// A trend is asked for again as often as a new bucket could be seen in it.
const REFRESH_MS: Record<SpanId, number> = { '15m': 4_000, '1h': 10_000, '8h': 60_000, all: 60_000 };

/** Calls back, at most once in the time, when an event tells something about the asset. */
function useNewsOf(id: string | null, ms: number, callback: () => void, type?: 'alarm'): void {
  const soon = useThrottled(callback, ms);
  useLiveEvents((batch) => {
    const concerns = batch.some(
      (event) => event.type !== 'model' && event.data.asset === id && (type === undefined || event.type === type),
    );
    if (concerns) soon();
  });
}

export function useAsset(id: string | null) {
  const asset = useResource(id && `asset:${id}`, (signal) => api.asset(id!, signal));
  useNewsOf(id, 1_500, asset.reload);
  return asset;
}

/** The newest reading of every channel with its quality. */
export function useLatest(asset: Asset) {
  return useResource(`latest:${asset.id}`, (signal) => api.latest(asset.id, signal), LATEST_MS).data;
}

/**
 * Returns the start of the span, or undefined while it is not known. The end of a trend is the machine's last reading and
 * not the wall clock: a replay shows the past, and a silent machine shows what it last said.
 */
export function useStart(asset: Asset, span: SpanId, end: number | undefined): number | undefined {
  const wanted = span === 'all' && end !== undefined ? `first:${asset.id}` : null;
  const first = useResource(wanted, (signal) => firstReading(asset, end!, signal), HOUR_MS).data;
  return end === undefined ? undefined : (spanStart(span, end) ?? first);
}

const iso = (time: number) => new Date(time).toISOString();

/** Returns the trends of all channels, with gaps where no readings came. */
export function useSeries(asset: Asset, span: SpanId, start: number | undefined, end: number | undefined) {
  const channels = asset.channels.map(({ name }) => name).slice(0, CHANNEL_LIMIT);
  const known = start !== undefined && end !== undefined && channels.length > 0;
  const { data, error } = useResource(
    known ? `series:${asset.id}:${span}` : null,
    (signal) =>
      api.series(asset.id, { channels, from: iso(start!), to: iso(Math.max(end!, start! + 1)), buckets: BUCKETS }, signal),
    REFRESH_MS[span],
  );
  const series = useMemo(() => data?.series.map(gapped), [data]);
  return { series, error };
}

const gapped = (series: Series): Series => ({
  ...series,
  points: withGaps<Point>(
    series.points,
    ([time]) => time,
    (time) => [time, null, null, null],
  ),
});

const NO_EPISODES: Episode[] = [];
const NO_ASSESSMENTS: Assessment[] = [];

/** What the models made of the asset: its episodes, and the assessments of the span, oldest first. */
export function useJudgement(asset: Asset, span: SpanId, start: number | undefined, end: number | undefined) {
  const episodes = useResource(`episodes:${asset.id}`, (signal) => api.episodes(asset.id, EPISODE_LIMIT, signal));
  const known = start !== undefined && end !== undefined;
  const assessments = useResource(
    known ? `assessments:${asset.id}:${span}` : null,
    async (signal) => {
      const from = iso(Math.max(start!, end! - JUDGED_SPAN_MS));
      const to = iso(end! + 1); // the end of a span is outside it, and the newest window should not be
      return judged(await api.assessments(asset.id, { from, to, limit: ASSESSMENT_LIMIT }, signal));
    },
    REFRESH_MS[span],
  );
  useNewsOf(asset.id, 2_000, episodes.reload, 'alarm');
  return {
    episodes: episodes.data ?? NO_EPISODES,
    assessments: assessments.data ?? NO_ASSESSMENTS,
    error: episodes.error ?? assessments.error,
  };
}

const judged = (assessments: readonly Assessment[]): Assessment[] =>
  withGaps<Assessment>(
    inOrder(assessments),
    ({ windowEnd }) => Date.parse(windowEnd),
    (time) => ({
      windowEnd: iso(time),
      kind: 'notAssessable',
      score: null,
      reason: 'no readings came',
      model: null,
      contributions: [],
      suspect: null,
    }),
  );

/** The asset's open alarms, and the alarm of its newest episode, which has the same id, when none is open. */
export function useAlarmsOfAsset(id: string, episodes: readonly Episode[]) {
  const all = useResource(`alarms-of:${id}`, (signal) => api.alarms('open', ALARM_LIMIT, signal));
  useNewsOf(id, 500, all.reload, 'alarm');
  const open = alarmsOf(all.data ?? [], id);
  const newest = newestEpisode(episodes)?.id;
  const lastKey = all.data && open.length === 0 && newest ? newest : null;
  const last = useResource(lastKey && `alarm:${lastKey}`, (signal) => api.alarm(lastKey!, signal)).data;
  const { patch } = all;
  const change = useCallback(
    (alarm: Alarm) => patch((alarms) => alarms.map((each) => (each.id === alarm.id ? alarm : each))),
    [patch],
  );
  return { open, last, change };
}
