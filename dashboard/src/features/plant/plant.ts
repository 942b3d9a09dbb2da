import { severe } from '@/shared/ui/words';
import type { AlarmPriority, AlarmState, AssessmentEvent, LiveEvent, Plant, PlantAsset } from '@/shared/api/contract';

/** The plant in the order in which it should be read. */
export interface Overview {
  /** Abnormal, with an alarm that nobody has set aside, or with a vibration that asks for a remedy; most urgent first. */
  attention: PlantAsset[];
  /** Abnormal, but somebody has shelved, suppressed or taken the alarm out of service: known, and not to be nagged about. */
  aside: PlantAsset[];
  /** Silent or not judged: nobody knows how they are. */
  unjudged: PlantAsset[];
  normal: PlantAsset[];
  alarms: Record<AlarmPriority, number>;
}

const SET_ASIDE: ReadonlySet<AlarmState> = new Set(['shelved', 'suppressed', 'out-of-service']);

const byUrgency = (a: PlantAsset, b: PlantAsset) => b.urgency - a.urgency || a.id.localeCompare(b.id);

const isAside = ({ openAlarm }: PlantAsset) => openAlarm !== null && SET_ASIDE.has(openAlarm.state);

// What the tally counts stands in the list, whatever has become of the machine's readings since.
const needsAttention = (asset: PlantAsset) =>
  !isAside(asset) && (asset.condition === 'abnormal' || asset.openAlarm !== null || severe(asset.vibrationZone));

const isUnjudged = ({ condition }: PlantAsset) => condition === 'unknown' || condition === 'silent';

export function overview(assets: readonly PlantAsset[]): Overview {
  const ranked = assets.toSorted(byUrgency);
  const alarms: Record<AlarmPriority, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const asset of assets) if (asset.openAlarm && !isAside(asset)) alarms[asset.openAlarm.priority]++;
  const calm = ranked.filter((asset) => !needsAttention(asset));
  return {
    attention: ranked.filter(needsAttention),
    aside: calm.filter(({ condition }) => condition === 'abnormal'),
    unjudged: calm.filter(isUnjudged),
    normal: calm.filter(({ condition }) => condition === 'normal'),
    alarms,
  };
}

/** How far the platform has come since its first start. */
export type Stage = 'waiting' | 'learning' | 'watching';

/** Returns `waiting` before the first reading, `learning` until any machine has been judged, `watching` from then on. */
export function stage(assets: readonly PlantAsset[]): Stage {
  if (!assets.some((asset) => asset.lastSeen !== null)) return 'waiting';
  // A machine that stands still has no score, but is normal only where a model says so.
  const judged = assets.some(({ condition }) => condition === 'normal' || condition === 'abnormal');
  return judged ? 'watching' : 'learning';
}

/** Says whether the event means more than a new score: then the server's ranking and headlines are asked for again. */
export function changesPicture(plant: Plant, event: LiveEvent): boolean {
  if (event.type !== 'assessment') return true;
  const asset = plant.assets.find(({ id }) => id === event.data.asset);
  return asset === undefined || (event.data.kind === 'abnormal') !== (asset.condition === 'abnormal');
}

/** Returns the plant with the newest scores and times of the events in place; a window that was not judged has no score. */
export function withScores(plant: Plant, events: readonly AssessmentEvent[]): Plant {
  const newest = new Map<string, AssessmentEvent>();
  for (const event of events) {
    const known = newest.get(event.asset);
    if (!known || Date.parse(known.windowEnd) <= Date.parse(event.windowEnd)) newest.set(event.asset, event);
  }
  return {
    ...plant,
    assets: plant.assets.map((asset) => {
      const event = newest.get(asset.id);
      if (!event || (asset.lastSeen && Date.parse(event.windowEnd) < Date.parse(asset.lastSeen))) return asset;
      return { ...asset, lastSeen: event.windowEnd, score: event.score };
    }),
  };
}
