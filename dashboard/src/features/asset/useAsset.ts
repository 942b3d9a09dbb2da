'use client';

import { useCallback } from 'react';
import { api } from '@/shared/api/client';
import type { Alarm, Asset, Assessment, Episode } from '@/shared/api/contract';
import { useResource } from '@/shared/api/useResource';
import { useLiveEvents, useThrottled } from '@/shared/live/useLive';
import { spanStart, type SpanId } from '@/shared/time/time';
import { alarmsOf, inOrder, newestEpisode } from './asset';

const BUCKETS = 400; // about one per two pixels of a desktop chart
const ASSESSMENT_LIMIT = 3_000; // eight hours of windows that are ten seconds apart
const EPISODE_LIMIT = 50;
const ALARM_LIMIT = 500;

// A trend is asked for again as often as a new bucket could be seen in it.
const REFRESH_MS: Record<SpanId, number> = { '15m': 2_000, '1h': 5_000, '8h': 30_000, all: 30_000 };

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

// The end of a trend is the machine's last reading, not the wall clock: a replay shows the past, and a silent machine
// shows what it last said.
function rangeOf(asset: Asset, span: SpanId): { from: string | undefined; to: string } {
  const end = asset.lastSeen === null ? Date.now() : Date.parse(asset.lastSeen);
  const start = spanStart(span, end);
  return { from: start === undefined ? undefined : new Date(start).toISOString(), to: new Date(end).toISOString() };
}

export function useSeries(asset: Asset, span: SpanId) {
  const channels = asset.channels.map(({ name }) => name);
  const series = useResource(`series:${asset.id}:${span}`, (signal) =>
    api.series(asset.id, { channels, ...rangeOf(asset, span), buckets: BUCKETS }, signal),
  );
  useNewsOf(asset.id, REFRESH_MS[span], series.reload);
  return series;
}

/** The newest reading of every channel with its quality. */
export function useLatest(asset: Asset) {
  const latest = useResource(`latest:${asset.id}`, (signal) => api.latest(asset.id, signal));
  useNewsOf(asset.id, 2_000, latest.reload);
  return latest.data?.values;
}

const NO_EPISODES: Episode[] = [];
const NO_ASSESSMENTS: Assessment[] = [];

/** What the models made of the asset: its episodes, and the assessments of the span, oldest first. */
export function useJudgement(asset: Asset, span: SpanId) {
  const episodes = useResource(`episodes:${asset.id}`, (signal) => api.episodes(asset.id, EPISODE_LIMIT, signal));
  const assessments = useResource(`assessments:${asset.id}:${span}`, async (signal) =>
    inOrder(await api.assessments(asset.id, { ...rangeOf(asset, span), limit: ASSESSMENT_LIMIT }, signal)),
  );
  useNewsOf(asset.id, REFRESH_MS[span], assessments.reload);
  useNewsOf(asset.id, 2_000, episodes.reload, 'alarm');
  return {
    episodes: episodes.data ?? NO_EPISODES,
    assessments: assessments.data ?? NO_ASSESSMENTS,
    error: episodes.error ?? assessments.error,
  };
}

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
