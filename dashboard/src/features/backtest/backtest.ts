import type { Backtest, BacktestArm, BacktestCandidate, BacktestEpisode, BacktestResult, KnownEvent } from '@/shared/api/contract';
import { moment } from '@/shared/time/time';

/** What the form holds; numbers as they are typed, empty for "as today". */
export interface Draft {
  model: string;
  from: string;
  to: string;
  version: string;
  needed: string;
  of: string;
  limitFactor: string;
  quietSeconds: string;
  events: string;
}

const number = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** Returns what is to be changed, with nothing for what was left empty. */
export function candidate(draft: Draft): BacktestCandidate {
  return {
    version: number(draft.version),
    needed: number(draft.needed),
    of: number(draft.of),
    limitFactor: number(draft.limitFactor),
    quietSeconds: number(draft.quietSeconds),
  };
}

export type Events = { events: KnownEvent[] } | { wrong: string };

/**
 * Reads known events, one a line: machine, from, until, and what it was, with commas between and times as in `moment`.
 * What cannot be read is named with its line.
 */
export function knownEvents(text: string): Events {
  const events: KnownEvent[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [asset = '', from = '', until = '', ...what] = line.split(',').map((part) => part.trim());
    const begin = moment(from);
    const end = moment(until);
    if (asset === '' || begin === null || end === null || begin >= end) {
      return { wrong: `Line ${at + 1} is “${line.trim()}”: expected a machine, a start and a later end, such as ${EVENT_EXAMPLE}` };
    }
    events.push({ asset, from: begin, until: end, what: what.join(', ') });
  }
  return { events };
}

export const EVENT_EXAMPLE = 'P-101, 2026-11-20T08:00, 2026-11-20T16:00, bearing wear';

function windowWords({ needed, of }: BacktestCandidate): string {
  if (needed == null) return `within ${of} windows`;
  return of == null ? `${needed} abnormal windows` : `${needed} of ${of} windows`;
}

/** Returns what was changed, in words: `3 of 8 windows, limits x 1.5`. */
export function changeWords({ asked }: Backtest): string {
  const change = asked.candidate ?? {};
  const words = [
    change.version != null && `version ${change.version}`,
    (change.needed != null || change.of != null) && windowWords(change),
    change.limitFactor != null && change.limitFactor !== 1 && `limits × ${change.limitFactor}`,
    change.offLevel != null && `off below ${change.offLevel}`,
    change.quietSeconds != null && `quiet for ${change.quietSeconds} s`,
  ].filter((each): each is string => typeof each === 'string');
  return words.length === 0 ? 'nothing changed' : words.join(', ');
}

/** One line of the comparison: what is measured, today, and as it would be. */
export interface Row {
  what: string;
  now: string;
  candidate: string;
}

const decimals = (value: number | null, digits: number) => (value === null ? '–' : value.toFixed(digits));

/** Returns the comparison, line by line; what needs known events is left out where there are none. */
export function rows(result: BacktestResult): Row[] {
  const line = (what: string, of: (arm: BacktestArm) => string): Row => ({
    what,
    now: of(result.now),
    candidate: of(result.candidate),
  });
  const always = [
    line('Alarms', (arm) => String(arm.alarms)),
    line('Alarms a day, all machines', (arm) => decimals(arm.alarmsPerDay, 2)),
    line('Alarms a machine and month', (arm) => decimals(arm.alarmsPerAssetMonth, 2)),
    line('Windows judged', (arm) => arm.judged.toLocaleString('en-GB')),
  ];
  if (result.events.length === 0) return always;
  return [
    ...always,
    line('Known events told', (arm) => `${arm.hits ?? 0} of ${result.events.length}`),
    line('Alarms of nothing known', (arm) => String(arm.falseAlarms ?? 0)),
    line('Median delay, hours', (arm) => decimals(arm.delayHours, 1)),
    line('Median time left, hours', (arm) => decimals(arm.leadHours, 1)),
  ];
}

/** A bar on a lane of the time line, in percent of the span. */
export interface Bar {
  left: number;
  width: number;
  episode: BacktestEpisode;
}

/** Where a known event lies on a lane, in percent of the span. */
export interface Mark {
  left: number;
  width: number;
  what: string;
}

export interface Lane {
  asset: string;
  events: Mark[];
  now: Bar[];
  candidate: Bar[];
}

const LEAST_WIDTH = 0.4; // percent: what is shorter could not be seen

/** Returns a lane for each machine that has a known event, or an episode under either arm. */
export function lanes(result: BacktestResult, from: string, to: string): Lane[] {
  const start = Date.parse(from);
  const span = Date.parse(to) - start;
  const percent = (time: string) => Math.min(100, Math.max(0, ((Date.parse(time) - start) / span) * 100));
  const place = (begin: string, end: string | null) => {
    const left = percent(begin);
    return { left, width: Math.max(LEAST_WIDTH, (end === null ? 100 : percent(end)) - left) };
  };
  const bars = (arm: BacktestArm, asset: string): Bar[] =>
    arm.episodes
      .filter((episode) => episode.asset === asset)
      .map((episode) => ({ ...place(episode.onset, episode.closed), episode }));
  return result.assets
    .map((asset) => ({
      asset,
      events: result.events
        .filter((event) => event.asset === asset)
        .map((event) => ({ ...place(event.from, event.until), what: event.what })),
      now: bars(result.now, asset),
      candidate: bars(result.candidate, asset),
    }))
    .filter((lane) => lane.events.length + lane.now.length + lane.candidate.length > 0);
}

/** Returns the verdict in one sentence, as one would say it across the desk. */
export function verdict({ kept, added, removed }: BacktestResult): string {
  if (added + removed === 0) return `The same ${kept} alarms would have come.`;
  const parts = [
    removed > 0 && `${removed} of today's ${kept + removed} alarms would be gone`,
    added > 0 && `${added} would be new`,
  ].filter((part): part is string => typeof part === 'string');
  return `${parts.join(', ')}.`;
}
