import type {
  Advice,
  Alarm,
  AlarmActionName,
  Asset,
  Assessment,
  AuditEntry,
  Backtest,
  BacktestOrder,
  Episode,
  EquipmentClass,
  Explanation,
  Latest,
  ModelVersion,
  Plant,
  Problem,
  Proposal,
  SeriesAnswer,
  Session,
  Training,
  TrainingOrder,
} from './contract';

export const API = '/api/v1';

/** What the server refused, or that it could not be reached, in words that can be shown. */
export class ApiError extends Error {
  readonly status: number;
  readonly next: string | undefined;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
    this.status = problem.status;
    this.next = problem.next;
  }

  static unreachable(): ApiError {
    return new ApiError({
      title: 'The platform does not answer.',
      status: 0,
      next: 'Check the network. This page tries again by itself.',
    });
  }
}

type Query = Record<string, string | number | readonly string[] | undefined>;

/** Returns the address of a resource: segments and values are escaped, absent values left out, lists repeated. */
export function apiPath(segments: readonly string[], query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const each of Array.isArray(value) ? value : [value]) parameters.append(name, String(each));
  }
  const path = [API, ...segments.map(encodeURIComponent)].join('/');
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = { title: `The platform answered ${response.status}.`, status: response.status };
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>), status: response.status };
  } catch {
    return fallback; // a proxy's HTML page, say: the status is all there is to tell
  }
}

type SignedOutListener = () => void;
const signedOut = new Set<SignedOutListener>();

/** Calls back whenever an answer says that the session has ended. Returns how to stop. */
export function onSignedOut(listener: SignedOutListener): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** Tells everyone who waits for it that an answer has said that the session has ended. */
export function sayIfSignedOut(status: number): void {
  if (status === 401) signedOut.forEach((listener) => listener());
}

// Longer than any answer takes, shorter than an operator waits before reloading the page by hand.
const TIMEOUT_MS = 20_000;

async function send<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (method !== 'GET') headers['X-Requested-With'] = 'industrialmind'; // the server's guard against forged requests
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout(TIMEOUT_MS)]),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw ApiError.unreachable();
  }
  if (!response.ok) {
    const error = new ApiError(await problemOf(response));
    sayIfSignedOut(error.status);
    throw error;
  }
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

const get = <T>(path: string, signal?: AbortSignal) => send<T>('GET', path, undefined, signal);

export interface SeriesQuery {
  channels: readonly string[];
  from?: string | undefined;
  to?: string | undefined;
  buckets: number;
}

export interface SpanQuery {
  from?: string | undefined;
  to?: string | undefined;
  limit?: number | undefined;
}

/** Every call the dashboard makes. */
export const api = {
  session: () => get<Session>(apiPath(['session'])),
  signIn: (secret: string) => send<Session>('POST', apiPath(['session']), { secret }),
  signOut: () => send<void>('DELETE', apiPath(['session'])),

  plant: (signal?: AbortSignal) => get<Plant>(apiPath(['plant']), signal),
  asset: (id: string, signal?: AbortSignal) => get<Asset>(apiPath(['assets', id]), signal),
  latest: (id: string, signal?: AbortSignal) => get<Latest>(apiPath(['assets', id, 'latest']), signal),
  series: (id: string, { channels, from, to, buckets }: SeriesQuery, signal?: AbortSignal) =>
    get<SeriesAnswer>(apiPath(['assets', id, 'series'], { channel: channels, from, to, buckets }), signal),
  assessments: (id: string, { from, to, limit }: SpanQuery, signal?: AbortSignal) =>
    get<Assessment[]>(apiPath(['assets', id, 'assessments'], { from, to, limit }), signal),
  explanation: (id: string, at: string, signal?: AbortSignal) =>
    get<Explanation>(apiPath(['assets', id, 'explanation'], { at }), signal),
  episodes: (id: string, limit: number, signal?: AbortSignal) =>
    get<Episode[]>(apiPath(['assets', id, 'episodes'], { limit }), signal),

  alarms: (view: 'open' | 'all', limit: number, signal?: AbortSignal) =>
    get<Alarm[]>(apiPath(['alarms'], { view, limit }), signal),
  alarm: (id: string, signal?: AbortSignal) => get<Alarm>(apiPath(['alarms', id]), signal),
  alarmHistory: (id: string, signal?: AbortSignal) => get<AuditEntry[]>(apiPath(['alarms', id, 'history']), signal),
  actOnAlarm: (id: string, action: AlarmActionName, body: AlarmActionBody) =>
    send<Alarm>('POST', apiPath(['alarms', id, action]), body),

  advice: (id: string, signal?: AbortSignal) => get<Advice>(apiPath(['assets', id, 'advice']), signal),
  decide: (id: string, decision: 'accept' | 'decline', remark: string) =>
    send<Proposal>('POST', apiPath(['proposals', id, decision]), { remark }),

  models: (signal?: AbortSignal) => get<ModelVersion[]>(apiPath(['models']), signal),
  promote: (name: string, version: number, reason: string) =>
    send<unknown>('POST', apiPath(['models', 'promote']), { name, version, reason }),

  classes: (signal?: AbortSignal) => get<EquipmentClass[]>(apiPath(['classes']), signal),
  trainings: (limit: number, signal?: AbortSignal) => get<Training[]>(apiPath(['trainings'], { limit }), signal),
  train: (order: TrainingOrder) => send<Training>('POST', apiPath(['trainings']), order),

  backtests: (signal?: AbortSignal) => get<Backtest[]>(apiPath(['backtests']), signal),
  backtest: (id: string, signal?: AbortSignal) => get<Backtest>(apiPath(['backtests', id]), signal),
  runBacktest: (order: BacktestOrder) => send<Backtest>('POST', apiPath(['backtests']), order),
};

export interface AlarmActionBody {
  comment?: string;
  minutes?: number;
  reason?: string;
}
