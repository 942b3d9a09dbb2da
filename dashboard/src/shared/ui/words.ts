import type { AlarmActionName, AlarmPriority, AlarmState, Condition, Role, Zone } from '../api/contract';

const UNITS: Record<string, string> = {
  '1': '',
  Cel: '°C',
  K: 'K',
  'm3/h': 'm³/h',
  'm3/s': 'm³/s',
  'm/s2': 'm/s²',
  '[g]': 'g',
  '/min': 'rpm',
  '{rpm}': 'rpm',
  'rev/min': 'rpm',
  um: 'µm',
  'W/m2': 'W/m²',
};

/** Returns the UCUM code as it is printed on a gauge; dimensionless is empty, an unknown code stands for itself. */
export function unitLabel(ucum: string): string {
  return UNITS[ucum] ?? ucum;
}

/** Returns the number with about four significant digits, as many as a plant gauge deserves. */
export function reading(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
  return value.toFixed(digits).replace('-', '\u2212');
}

export function quantity(value: number, ucum: string): string {
  const unit = unitLabel(ucum);
  return unit === '' ? reading(value) : `${reading(value)}\u202f${unit}`;
}

/** Returns the deviation in words: `3.1 sigma above expected`, or `as expected` within half a sigma. */
export function deviationWords(deviation: number): string {
  const size = Math.abs(deviation);
  if (size < 0.5) return 'as expected';
  const shown = size >= 10 ? size.toFixed(0) : size.toFixed(1);
  return `${shown} sigma ${deviation > 0 ? 'above' : 'below'} expected`;
}

export function expectedSignWords(sign: number): string {
  return sign > 0 ? 'rises' : sign < 0 ? 'falls' : 'stays put';
}

/** Returns the name of the channel for people: its description, or its identifier with spaces. */
export function channelLabel(name: string, description?: string): string {
  const label = description?.trim() ? description.trim() : name.replaceAll('_', ' ');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Returns a slug such as `centrifugal-pump` as `Centrifugal pump`. */
export function slugWords(slug: string): string {
  const words = slug.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const CONDITION_WORD: Record<Condition, string> = {
  abnormal: 'Abnormal',
  normal: 'Normal',
  unknown: 'Not judged',
  silent: 'Silent',
};

export const ZONE_WORD: Record<Zone, string> = {
  A: 'as new',
  B: 'acceptable',
  C: 'not for long operation',
  D: 'enough to cause damage',
};

/** Says whether a vibration of that zone asks for a remedy. */
export function severe(zone: Zone | null): boolean {
  return zone === 'C' || zone === 'D';
}

export const PRIORITY_WORD: Record<AlarmPriority, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const STATE_WORD: Record<AlarmState, string> = {
  unacknowledged: 'Unacknowledged',
  acknowledged: 'Acknowledged',
  returned: 'Returned to normal, not acknowledged',
  normal: 'Closed',
  shelved: 'Shelved',
  suppressed: 'Suppressed',
  'out-of-service': 'Out of service',
};

export const STATE_SHORT: Record<AlarmState, string> = { ...STATE_WORD, returned: 'Returned, unacknowledged' };

export const ACTION_WORD: Record<AlarmActionName, string> = {
  acknowledge: 'Acknowledge',
  shelve: 'Shelve',
  unshelve: 'Unshelve',
  suppress: 'Suppress',
  unsuppress: 'End suppression',
  'out-of-service': 'Take out of service',
  'return-to-service': 'Return to service',
};

export const ROLE_WORD: Record<Role, string> = {
  viewer: 'Viewer',
  operator: 'Operator',
  engineer: 'Engineer',
  admin: 'Administrator',
  gateway: 'Gateway',
};

const REASON_WORD: Record<string, string> = {
  NO_MODEL: 'no model has been trained for this machine yet',
  TOO_FEW_READINGS: 'too many readings are missing or bad',
  UNKNOWN_REGIME: 'the machine runs in a way that training has never seen',
  TRANSIENT: 'the machine is between two ways of running',
  STANDSTILL: 'the machine stands still',
  OTHER_SCHEMA: 'the readings no longer have the channels the model was trained on',
  SCORER_FAILED: 'the judging failed; the log of the platform says how',
};

/** Returns why a window was not judged; the server may write the reason in capitals or as a slug. */
export function reasonWords(reason: string): string {
  return REASON_WORD[reason.toUpperCase().replaceAll(/[- ]/g, '_')] ?? reason;
}

export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
