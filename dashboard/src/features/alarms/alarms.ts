import type { Alarm, AlarmActionName, AlarmPriority, AlarmState, LiveEvent, Role } from '@/shared/api/contract';
import { mayDo } from '@/shared/api/session';

export type View = 'open' | 'shelved' | 'all';

/** What the server is asked for: all that is not over, or everything. */
export type Scope = 'open' | 'all';

/** Returns where the alarms of a view are: one that is set aside is not over, however old it is. */
export function scopeOf(view: View): Scope {
  return view === 'all' ? 'all' : 'open';
}

const PRIORITY_RANK: Record<AlarmPriority, number> = { critical: 0, high: 1, medium: 2, low: 3 };

const SET_ASIDE: ReadonlySet<AlarmState> = new Set(['shelved', 'suppressed', 'out-of-service']);

/** Orders alarms as ISA-18.2 lists do: by priority, the newest of each priority first. */
export function byPriorityThenTime(a: Alarm, b: Alarm): number {
  return PRIORITY_RANK[a.priority] - PRIORITY_RANK[b.priority] || Date.parse(b.raised) - Date.parse(a.raised);
}

export function isOpen(alarm: Alarm): boolean {
  return alarm.state !== 'normal' && !SET_ASIDE.has(alarm.state);
}

/** Returns the alarms of the view, in the order of the list. */
export function shown(alarms: readonly Alarm[], view: View): Alarm[] {
  const belongs = (alarm: Alarm) =>
    view === 'all' || (view === 'open' ? isOpen(alarm) : SET_ASIDE.has(alarm.state));
  return alarms.filter(belongs).toSorted(byPriorityThenTime);
}

/** Returns the alarms with those of the events put in place of their earlier states, or added. */
export function withAlarms(alarms: readonly Alarm[], events: readonly LiveEvent[]): Alarm[] {
  const byId = new Map(alarms.map((alarm) => [alarm.id, alarm]));
  for (const event of events) {
    if (event.type !== 'alarm') continue;
    const known = byId.get(event.data.id);
    if (!known || Date.parse(known.changed) <= Date.parse(event.data.changed)) byId.set(event.data.id, event.data);
  }
  return [...byId.values()];
}

/** Returns what that role may do with the alarm now, in the order in which it is offered. */
export function offered(alarm: Alarm, role: Role): AlarmActionName[] {
  const order: AlarmActionName[] = [
    'acknowledge',
    'unshelve',
    'unsuppress',
    'return-to-service',
    'shelve',
    'suppress',
    'out-of-service',
  ];
  return order.filter((action) => alarm.actions.includes(action) && mayDo(role, action));
}

/** Returns what the operator should do, in the words of the likeliest failure mode. */
export function operatorResponse(alarm: Alarm): string {
  return alarm.diagnosis.modes[0]?.action ?? 'Look at the trends: no known failure mode fits yet.';
}
