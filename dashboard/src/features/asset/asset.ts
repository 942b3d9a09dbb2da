import type {
  Alarm,
  AlarmPriority,
  Assessment,
  Channel,
  Contribution,
  Episode,
  Point,
  Vibration,
  Zone,
} from '@/shared/api/contract';

/** A stretch of time in epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** What drives the score, and whether that is now or how it was. */
export interface Drivers {
  contributions: Contribution[];
  of: 'now' | 'lastEpisode' | 'none';
}

/** Returns what drives the open episode, else the latest abnormal window, else what drove the last episode. */
export function drivers(episodes: readonly Episode[], assessments: readonly Assessment[]): Drivers {
  const newest = newestEpisode(episodes);
  if (newest && newest.closed === null) return { contributions: ranked(newest.contributions), of: 'now' };
  const last = assessments.at(-1);
  if (last?.kind === 'abnormal') return { contributions: ranked(last.contributions), of: 'now' };
  if (newest) return { contributions: ranked(newest.contributions), of: 'lastEpisode' };
  return { contributions: [], of: 'none' };
}

/** Returns the end of the newest abnormal window, which is the one worth asking about. */
export function newestAbnormal(assessments: readonly Assessment[]): string | undefined {
  return assessments.findLast(({ kind }) => kind === 'abnormal')?.windowEnd;
}

export function newestEpisode(episodes: readonly Episode[]): Episode | undefined {
  return episodes.toSorted((a, b) => Date.parse(b.onset) - Date.parse(a.onset))[0];
}

const ranked = (contributions: readonly Contribution[]) => contributions.toSorted((a, b) => b.share - a.share);

// Below a twentieth of the score a channel explains nothing worth a look.
const LEAST_SHARE = 0.05;

const ROLE_ORDER = ['condition', 'process', 'drive', 'ambient'];

/** Returns the channels that drive the score, strongest first, and the others: condition, process, drive, surroundings. */
export function splitChannels(
  channels: readonly Channel[],
  contributions: readonly Contribution[],
): { driving: Channel[]; other: Channel[] } {
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  const driving = contributions.flatMap(({ channel, share }) => {
    const known = byName.get(channel);
    return known && share >= LEAST_SHARE ? [known] : [];
  });
  const role = (channel: Channel) => ROLE_ORDER.indexOf(channel.role.toLowerCase());
  const other = channels.filter((channel) => !driving.includes(channel)).toSorted((a, b) => role(a) - role(b));
  return { driving, other };
}

/** Returns the episodes as stretches inside the range; an open one reaches to its end. */
export function episodeSpans(episodes: readonly Episode[], range: Span): Span[] {
  return episodes
    .map(({ onset, closed }) => ({
      from: Math.max(range.from, Date.parse(onset)),
      to: Math.min(range.to, closed === null ? range.to : Date.parse(closed)),
    }))
    .filter(({ from, to }) => from < to);
}

/** Returns the stretches in which windows could not be judged, each from the window before to its last window. */
export function unjudgedSpans(assessments: readonly Assessment[]): Span[] {
  const spans: Span[] = [];
  let before: number | undefined;
  let running: Span | undefined;
  for (const { windowEnd, kind } of assessments) {
    const at = Date.parse(windowEnd);
    if (kind === 'notAssessable') {
      running ??= { from: before ?? at, to: at };
      running.to = at;
    } else if (running) {
      spans.push(running);
      running = undefined;
    }
    before = at;
  }
  if (running) spans.push(running);
  return spans;
}

// Five times the usual distance: one late bucket is not a gap, a silent minute is.
const GAP = 5;

/** Returns the items with a gap put in wherever nothing came for long, so that no line is drawn across silence. */
export function withGaps<T>(items: readonly T[], timeOf: (item: T) => number, gapAt: (time: number) => T): T[] {
  const distances = items.slice(1).map((item, i) => timeOf(item) - timeOf(items[i]!));
  const usual = distances.toSorted((a, b) => a - b)[distances.length >> 1] ?? 0;
  return items.flatMap((item, i) => {
    const far = i > 0 && distances[i - 1]! > GAP * usual;
    return far ? [gapAt(timeOf(items[i - 1]!) + usual), item] : [item];
  });
}

/** Returns the later of two moments in epoch milliseconds, or undefined if there is neither. */
export function newestTime(...times: (string | null | undefined)[]): number | undefined {
  const known = times.flatMap((time) => (time ? [Date.parse(time)] : []));
  return known.length > 0 ? Math.max(...known) : undefined;
}

export type Columns = (number | null)[][];

/** Returns the buckets as the columns of a chart: time, greatest, least, mean. */
export function bandColumns(points: readonly Point[]): Columns {
  return [
    points.map(([time]) => time),
    points.map(([, , max]) => usable(max)),
    points.map(([, min]) => usable(min)),
    points.map(([, , , mean]) => usable(mean)),
  ];
}

/** A bucket without a usable reading may be a null, or what a server makes of not-a-number in JSON. */
const usable = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** Returns the scores as the columns of a chart; a window that was not judged is a gap. */
export function scoreColumns(assessments: readonly Assessment[]): Columns {
  return [assessments.map(({ windowEnd }) => Date.parse(windowEnd)), assessments.map(({ score }) => score)];
}

/** Returns the assessments oldest first, whichever way the server sent them. */
export function inOrder(assessments: readonly Assessment[]): Assessment[] {
  return assessments.toSorted((a, b) => Date.parse(a.windowEnd) - Date.parse(b.windowEnd));
}

const PRIORITIES: readonly AlarmPriority[] = ['critical', 'high', 'medium', 'low'];

/** Returns the open alarms of the asset, most pressing first. */
export function alarmsOf(alarms: readonly Alarm[], asset: string): Alarm[] {
  return alarms
    .filter((alarm) => alarm.asset === asset && alarm.state !== 'normal')
    .toSorted(
      (a, b) =>
        PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || Date.parse(b.raised) - Date.parse(a.raised),
    );
}

/** Returns which velocities the zone holds, in mm/s: `up to 1.4`, `1.4 to 2.8`, `above 4.5`. */
export function zoneRange(zone: Zone, [ab, bc, cd]: Vibration['limits']): string {
  return { A: `up to ${ab}`, B: `${ab} to ${bc}`, C: `${bc} to ${cd}`, D: `above ${cd}` }[zone];
}

/** Returns how well a failure mode fits, for people: shares as per cent, anything else as it is. */
export function fit(score: number): string {
  return score >= 0 && score <= 1 ? `${Math.round(score * 100)} %` : score.toFixed(2);
}
