'use client';

import { api } from '@/shared/api/client';
import type { Asset } from '@/shared/api/contract';
import { useResource } from '@/shared/api/useResource';
import { useLiveEvents, useThrottled } from '@/shared/live/useLive';

const RELOAD_MS = 2_000;

/** The advice on the machine, asked for once a model judges it, and again when the server says that it has changed. */
export function useAdvice(asset: Asset) {
  const key = asset.model === null ? null : `advice:${asset.id}`;
  const advice = useResource(key, (signal) => api.advice(asset.id, signal));
  const soon = useThrottled(advice.reload, RELOAD_MS);
  useLiveEvents((batch) => {
    if (batch.some((event) => event.type === 'advice' && event.data.asset === asset.id)) soon();
  });
  return advice;
}
