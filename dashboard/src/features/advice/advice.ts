import type { Advice, LifeQuantile, Outlook, Proposal, RemainingLife, Role } from '@/shared/api/contract';
import { atLeast } from '@/shared/api/session';

const HOURS_A_DAY = 24;
const HOURS_A_MONTH = 730.5;

/** Returns hours as people say them: `12 min`, `3.5 h`, `4.2 days`, `3.1 months`. */
export function span(hours: number): string {
  if (hours < 1 / 60) return `${Math.round(hours * 3600)} s`;
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  if (hours < 2 * HOURS_A_DAY) return `${rounded(hours)} h`;
  return hours < 90 * HOURS_A_DAY ? `${rounded(hours / HOURS_A_DAY)} days` : `${rounded(hours / HOURS_A_MONTH)} months`;
}

const rounded = (value: number) => (value < 10 ? value.toFixed(1).replace('.0', '') : value.toFixed(0));

/** Returns a share in percent, `not known` where there is none. */
export function percent(share: number | null): string {
  if (share === null) return 'not known';
  return `${share > 0 && share < 0.1 ? (100 * share).toFixed(1).replace('.0', '') : Math.round(100 * share)} %`;
}

/** The middle 90 % of a life; a null end cannot be seen yet. */
export interface Interval {
  low: number;
  middle: number | null;
  high: number | null;
}

/** Returns the interval of the life, or null where there is no end in sight. */
export function interval(quantiles: readonly LifeQuantile[]): Interval | null {
  const at = (level: number) => quantiles.find((quantile) => Math.abs(quantile.level - level) < 1e-9)?.hours ?? null;
  const low = at(0.05);
  return low === null ? null : { low, middle: at(0.5), high: at(0.95) };
}

/** Returns the life in words: never one number, and none where nothing can be said. */
export function lifeWords({ quantiles, outlook }: Pick<RemainingLife, 'quantiles' | 'outlook'>): string {
  const life = interval(quantiles);
  if (life === null) return outlook === 'healthy' || outlook === 'wearing' ? 'No end in sight' : 'Not known';
  return life.high === null ? `At least ${span(life.low)}` : `${span(life.low)} to ${span(life.high)}`;
}

const WHY_NO_END: Record<Outlook, string> = {
  healthy: 'It runs as it usually does.',
  'too-early': 'It has been abnormal for too short a time to say where that leads.',
  steady: 'It is abnormal, but does not get worse.',
  undetermined: 'It gets worse, but which failure it is, is not clear yet.',
  'no-experience': 'No machine of this kind is known to have failed.',
  wearing: 'It gets worse, but so slowly that no end can be seen.',
};

export function whyNoEnd(outlook: Outlook): string {
  return WHY_NO_END[outlook];
}

/** A life on the scale of the picture: 0 is now, 1 its right edge. */
export interface Picture {
  /** Hours at the right edge. */
  end: number;
  low: number;
  middle: number;
  high: number;
  /** Whether the interval goes on beyond the edge. */
  open: boolean;
  /** When the risk that is worth taking is reached, and when to decide; null where that lies outside. */
  done: number | null;
  decide: number | null;
}

/** Returns where the interval and the dates lie in the picture, or null without an end in sight. */
export function picture(advice: Advice): Picture | null {
  const life = interval(advice.life.quantiles);
  if (life === null) return null;
  const { doneWithinHours, decideWithinHours } = advice.policy;
  const seen = life.high ?? 2 * Math.max(life.middle ?? life.low, doneWithinHours ?? 0);
  const end = seen * 1.08; // air behind the interval, so that its end is seen to be one
  const inside = (hours: number | null) => (hours === null || hours < 0 || hours > end ? null : hours / end);
  return {
    end,
    low: life.low / end,
    middle: life.middle === null ? 1 : Math.min(1, life.middle / end),
    high: life.high === null ? 1 : life.high / end,
    open: life.high === null,
    done: inside(doneWithinHours),
    decide: inside(decideWithinHours),
  };
}

/** Says whether that role may decide on the proposal now. */
export function mayDecide(proposal: Proposal, role: Role): boolean {
  return proposal.state === 'proposed' && atLeast(role, 'operator');
}

export const sum = (cost: number) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(cost);
