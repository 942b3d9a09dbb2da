import { api } from '@/shared/api/client';
import type { Asset } from '@/shared/api/contract';

const EARLIEST = Date.UTC(2000, 0, 1);
const BUCKETS = 2_000;
const LOOKS = 2; // a quarter of a century in buckets of days, then one of those in buckets of minutes

/** Returns about when the asset's first reading came: looks coarsely at all of time, then closely where it begins. */
export async function firstReading(asset: Asset, end: number, signal: AbortSignal): Promise<number> {
  const channels = asset.channels.slice(0, 1).map(({ name }) => name);
  let from = EARLIEST;
  let to = end + 1;
  for (let look = 0; look < LOOKS; look++) {
    const span = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    const { series } = await api.series(asset.id, { channels, ...span, buckets: BUCKETS }, signal);
    const first = series[0]?.points[0]?.[0];
    if (first === undefined) break;
    const width = Math.ceil((to - from) / BUCKETS);
    from = Math.floor(first);
    to = Math.min(to, from + width + 1);
  }
  return from;
}
