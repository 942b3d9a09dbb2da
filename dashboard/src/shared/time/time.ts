const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Returns a length of time as an operator would say it: `42 s`, `12 min`, `3 h 05 min`, `2 d 4 h`. */
export function duration(ms: number): string {
  const span = Math.max(0, ms);
  if (span < MINUTE) return `${Math.floor(span / SECOND)} s`;
  if (span < HOUR) return `${Math.floor(span / MINUTE)} min`;
  if (span < DAY) {
    const minutes = Math.floor((span % HOUR) / MINUTE);
    return `${Math.floor(span / HOUR)} h ${String(minutes).padStart(2, '0')} min`;
  }
  return `${Math.floor(span / DAY)} d ${Math.floor((span % DAY) / HOUR)} h`;
}

/** Returns how long ago that was; a moment ahead of the clock counts as now, since clocks differ a little. */
export function ago(at: number, now: number): string {
  return now - at < 2 * SECOND ? 'just now' : `${duration(now - at)} ago`;
}

/** Returns the local time of day, with the date in front if it is not today's. */
export function localTime(at: number, now: number, zone?: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: zone,
  }).format(at);
  return localDate(at, zone) === localDate(now, zone) ? time : `${localDate(at, zone)} ${time}`;
}

/** Returns the local date as 2026-11-20. */
export function localDate(at: number, zone?: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Returns the moment in UTC to the second, for tooltips: `2026-11-20 16:04:05 UTC`. */
export function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** The stretches of time a trend can show; `all` reaches back to the first reading kept. */
export const SPANS = [
  { id: '15m', label: '15 min', ms: 15 * MINUTE },
  { id: '1h', label: '1 h', ms: HOUR },
  { id: '8h', label: '8 h', ms: 8 * HOUR },
  { id: 'all', label: 'All', ms: undefined },
] as const;

export type SpanId = (typeof SPANS)[number]['id'];

/** Returns the start of the span that ends then, or undefined for everything. */
export function spanStart(id: SpanId, end: number): number | undefined {
  const ms = SPANS.find((span) => span.id === id)?.ms;
  return ms === undefined ? undefined : end - ms;
}

/** Returns a local date and time of a form, such as 2026-11-20T08:00, as the moment in UTC; null where it is none. */
export function moment(local: string): string | null {
  const time = new Date(local);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
