/**
 * The words of the platform's REST contract (`/api/v1`). This file mirrors what the server sends and nothing else:
 * a change of the contract is a change of this file first.
 *
 * Times are ISO 8601 in UTC. Scores are relative: 1 is the calibrated limit. Deviations are robust standard deviations
 * from what was expected, positive above.
 */

export type Role = 'viewer' | 'operator' | 'engineer' | 'admin' | 'gateway';

export interface Session {
  name: string;
  role: Role;
}

/** RFC 9457, with what to do next. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  next?: string;
}

export type Condition = 'normal' | 'abnormal' | 'unknown' | 'silent';
export type AlarmPriority = 'low' | 'medium' | 'high' | 'critical';
export type AlarmState =
  | 'unacknowledged'
  | 'acknowledged'
  | 'returned'
  | 'normal'
  | 'shelved'
  | 'suppressed'
  | 'out-of-service';
export type AlarmActionName =
  | 'acknowledge'
  | 'shelve'
  | 'unshelve'
  | 'suppress'
  | 'unsuppress'
  | 'out-of-service'
  | 'return-to-service';

export interface PlantPath {
  site: string;
  area: string;
  system: string;
}

export interface ModelRef {
  name: string;
  version: number;
}

/** Of vibration, from as new to enough to cause damage. */
export type Zone = 'A' | 'B' | 'C' | 'D';

/** How severely a machine vibrates over its last minutes of steady running, in mm/s RMS. */
export interface Vibration {
  /** That of the worst point. */
  zone: Zone;
  /** Where the limits are from. */
  standard: string;
  /** The upper ends of zones A, B and C. */
  limits: [number, number, number];
  points: { channel: string; velocity: number; zone: Zone }[];
}

export interface PlantAsset {
  id: string;
  name: string;
  equipmentClass: string;
  path: PlantPath;
  /** 1 (a nuisance) to 5 (stops the plant). */
  criticality: number;
  condition: Condition;
  /** 0 to 100. */
  urgency: number;
  headline: string;
  score: number | null;
  lastSeen: string | null;
  openAlarm: { id: string; state: AlarmState; priority: AlarmPriority } | null;
  /** By when somebody has to decide about it. */
  deadline: { actBy: string; urgency: Urgency } | null;
  vibrationZone: Zone | null;
}

export interface Plant {
  name: string;
  time: string;
  assets: PlantAsset[];
}

export interface Channel {
  name: string;
  description: string;
  /** UCUM code. */
  unit: string;
  role: string;
}

export interface Asset {
  id: string;
  name: string;
  equipmentClass: string;
  path: PlantPath;
  criticality: number;
  period: string | number;
  channels: Channel[];
  condition: Condition;
  headline: string;
  score: number | null;
  lastSeen: string | null;
  model: ModelRef | null;
  /** Null where nobody has said it. */
  installation: { ratedKilowatts: number; support: 'rigid' | 'flexible' } | null;
  /** Null where no velocity is measured, no limits are known, or the machine does not run steadily. */
  vibration: Vibration | null;
}

export interface Reading {
  value: number | null;
  quality: 'good' | 'uncertain' | 'bad';
  reason?: string | null;
}

export interface Latest {
  time: string | null;
  values: Record<string, Reading>;
}

/** Epoch milliseconds, least, greatest and mean of one bucket; a null is a bucket without a usable reading. */
export type Point = [time: number, min: number | null, max: number | null, mean: number | null];

export interface Series {
  channel: string;
  unit: string;
  points: Point[];
}

export interface SeriesAnswer {
  from: string;
  to: string;
  series: Series[];
}

export interface Contribution {
  channel: string;
  /** 0 to 1. */
  share: number;
  deviation: number;
}

/** Whom an abnormal window speaks against. */
export type Suspect = 'machine' | 'sensor' | 'undetermined';

export type AssessmentKind = 'normal' | 'abnormal' | 'notAssessable';

export interface Assessment {
  windowEnd: string;
  kind: AssessmentKind;
  score: number | null;
  reason: string | null;
  model: ModelRef | null;
  contributions: Contribution[];
  suspect: Suspect | null;
}

export interface Episode {
  id: string;
  asset: string;
  onset: string;
  updated: string;
  closed: string | null;
  peakScore: number;
  model: ModelRef | null;
  contributions: Contribution[];
  suspect: Suspect;
}

/** `GET /assets/{id}/explanation`. */
export interface Explanation {
  model: ModelRef;
  score: number;
  /** The least shift that would make the window normal; the deviation says how far off the channel is. */
  correction: Contribution[];
  /** What each channel adds to the score, by Shapley. */
  shares: Contribution[];
  /** How many normal windows it was held against. */
  reference: number;
}

export interface Evidence {
  channel: string;
  /** 1 higher, -1 lower, 0 known to stay put. */
  expectedSign: number;
  deviation: number;
  supports: boolean;
}

export interface RankedMode {
  id: string;
  name: string;
  iso14224: string;
  item: string;
  action: string;
  score: number;
  evidence: Evidence[];
}

export interface Diagnosis {
  modes: RankedMode[];
  sensors: string[];
  citations: { source: string; text: string }[];
  missing: string[];
}

export interface Alarm {
  id: string;
  asset: string;
  assetName: string;
  priority: AlarmPriority;
  state: AlarmState;
  message: string;
  raised: string;
  changed: string;
  acknowledgedBy: string | null;
  shelvedUntil: string | null;
  shelveReason: string | null;
  /** What may be done with it now. */
  actions: AlarmActionName[];
  episode: Episode;
  diagnosis: Diagnosis;
}

export type Urgency = 'now' | 'soon' | 'planned';
export type Verdict = 'act-now' | 'act-by' | 'watch' | 'nothing';
export type Outlook = 'healthy' | 'too-early' | 'steady' | 'undetermined' | 'wearing' | 'no-experience';
export type ProposalState = 'proposed' | 'accepted' | 'declined' | 'withdrawn';

/** The life is no longer than so many hours with that probability; null is no end in sight. */
export interface LifeQuantile {
  level: number;
  hours: number | null;
}

/** `GET /assets/{id}/remaining-life`. */
export interface RemainingLife {
  time: string;
  outlook: Outlook;
  /** 1 shows no wear, 0 is the end of life; null where no machine of the kind has failed yet. */
  healthIndex: number | null;
  failureMode: string | null;
  failureModeName: string | null;
  quantiles: LifeQuantile[];
  model: ModelRef;
  episode: string | null;
  watchedHours: number;
  /** How many failed machines the expectation was learned from. */
  machines: number;
}

export interface Proposal {
  id: string;
  asset: string;
  episode: string;
  failureMode: string;
  task: string;
  urgency: Urgency;
  actBy: string;
  workFrom: string;
  workBy: string;
  downtimeHours: number;
  cost: number;
  failureCost: number;
  state: ProposalState;
  proposed: string;
  decidedBy: string | null;
  decided: string | null;
  remark: string;
}

/** `GET /assets/{id}/advice`. */
export interface Advice {
  asset: string;
  time: string;
  verdict: Verdict;
  actBy: string | null;
  reasons: string[];
  life: RemainingLife;
  policy: {
    riskWorthTaking: number;
    doneWithinHours: number | null;
    decideWithinHours: number | null;
    /** Null where nothing can be said of the life. */
    failsBeforeReview: number | null;
  };
  age: { hours: number | null; costShare: number };
  proposal: Proposal | null;
}

/** The longest reason, comment or remark that the server keeps, in characters. */
export const LONGEST_TEXT = 500;

/** The longest shelving that the server takes: one long shift. */
export const LONGEST_SHELVING_MINUTES = 720;

export interface AuditEntry {
  sequence: number;
  at: string;
  actor: string;
  action: string;
  from: AlarmState;
  to: AlarmState;
  reason: string | null;
}

export interface ModelVersion {
  name: string;
  version: number;
  kind: string;
  champion: boolean;
  registered: string;
  sha256: string;
  metrics: Record<string, number>;
  provenance: Record<string, unknown>;
}

/** What is asked of a training; what is left out stays as it was the last time it was done. */
export interface TrainingOrder {
  model: string;
  from?: string;
  to?: string;
}

/** `GET /trainings`. */
export interface Training {
  id: string;
  model: string;
  detector: string;
  assets: string[];
  from: string;
  to: string;
  submitted: string;
  changed: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  made: ModelRef | null;
  /** Why the gate did not let it go to work; empty where it did. */
  refused: string[];
  failure: string | null;
}

/** `GET /classes`. */
export interface EquipmentClass {
  equipmentClass: string;
  machines: number;
}

/** What is to be changed; what is left out stays as it is today. */
export interface BacktestCandidate {
  version?: number | null;
  needed?: number | null;
  of?: number | null;
  offLevel?: number | null;
  quietSeconds?: number | null;
  limitFactor?: number | null;
}

export interface KnownEvent {
  asset: string;
  from: string;
  until: string;
  what: string;
}

/** The body of `POST /backtests`. */
export interface BacktestOrder {
  model: string;
  from: string;
  to: string;
  candidate: BacktestCandidate | null;
  assets?: string[] | null;
  events?: KnownEvent[] | null;
}

export type BacktestChange = 'kept' | 'added' | 'removed';

export interface BacktestEpisode {
  asset: string;
  onset: string;
  raised: string;
  closed: string | null;
  peak: number;
  channel: string;
  change: BacktestChange;
}

export interface BacktestArm {
  model: string;
  version: number;
  judged: number;
  abnormal: number;
  abstained: Record<string, number>;
  alarms: number;
  alarmsPerDay: number;
  alarmsPerAssetMonth: number;
  /** Null where no event is known. */
  hits: number | null;
  falseAlarms: number | null;
  delayHours: number | null;
  leadHours: number | null;
  missed: KnownEvent[];
  fingerprint: string;
  episodes: BacktestEpisode[];
}

export interface BacktestResult {
  assets: string[];
  events: KnownEvent[];
  kept: number;
  added: number;
  removed: number;
  now: BacktestArm;
  candidate: BacktestArm;
}

export interface Backtest {
  id: string;
  submitted: string;
  by: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  asked: BacktestOrder;
  result: BacktestResult | null;
  failure: string | null;
}

/** What wrong answers of a decision cost, in any one unit. */
export interface DecisionCosts {
  badApproved: number;
  goodRefused: number;
}

/** One line of `GET /decisions`. */
export interface DecisionSummary {
  name: string;
  description: string;
  cases: number;
  groups: string[];
}

/** What a threshold does to all cases; cases of a risk below it are approved. */
export interface DecisionPoint {
  threshold: number;
  approvalRate: number;
  /** Share of the approved that turn out bad; null where nobody is approved. */
  badShare: number | null;
  costPerCase: number;
}

export interface DecisionGroup {
  group: string;
  cases: number;
  approvalRate: number;
  /** Share of its good cases that are refused; null where it has none. */
  goodRefused: number | null;
  badShare: number | null;
}

export interface DecisionPolicy extends DecisionPoint {
  groups: DecisionGroup[];
}

/** `GET /decisions/{name}?threshold&badApproved&goodRefused&steps`. */
export interface Decision {
  name: string;
  description: string;
  cases: number;
  costs: DecisionCosts;
  /** The threshold that the costs say, if risks mean what they say. */
  fairRisk: number;
  at: DecisionPolicy;
  /** Read off the same cases, it flatters itself. */
  cheapest: DecisionPolicy;
  /** Evenly spaced thresholds from 0 to 1, one more than steps. */
  curve: DecisionPoint[];
}

export interface AssessmentEvent {
  asset: string;
  windowEnd: string;
  kind: AssessmentKind;
  score: number | null;
}

/** What `GET /events` tells. */
export type LiveEvent =
  | { type: 'assessment'; data: AssessmentEvent }
  | { type: 'alarm'; data: Alarm }
  | { type: 'advice'; data: { asset: string } }
  | { type: 'model'; data: ModelRef };
