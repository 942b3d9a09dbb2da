// DEVELOPMENT STAND-IN. Made-up but plausible data in the shape of the REST contract, computed from a clock, so that
// the dashboard can be built, tested and photographed without the platform. Nothing of this ships.

const channel = (name, description, unit, role, base, noise) => ({ name, description, unit, role, base, noise });

const PUMP = [
  channel('speed', 'Shaft speed', '/min', 'DRIVE', 2970, 4),
  channel('suction_pressure', 'Suction pressure', 'bar', 'PROCESS', 2.1, 0.02),
  channel('discharge_pressure', 'Discharge pressure', 'bar', 'PROCESS', 14.2, 0.08),
  channel('flow', 'Flow', 'm3/h', 'PROCESS', 182, 1.2),
  channel('motor_current', 'Motor current', 'A', 'PROCESS', 96.4, 0.5),
  channel('bearing_temperature', 'Drive-end bearing temperature', 'Cel', 'CONDITION', 61.5, 0.25),
  channel('vibration_velocity', 'Vibration velocity', 'mm/s', 'CONDITION', 1.9, 0.08),
  channel('vibration_envelope', 'Bearing envelope', 'm/s2', 'CONDITION', 0.82, 0.05),
  channel('seal_leakage', 'Seal leakage', 'mL/min', 'CONDITION', 3.1, 0.2),
];

const HEAT_EXCHANGER = [
  channel('hot_inlet_temperature', 'Hot inlet temperature', 'Cel', 'PROCESS', 142, 0.4),
  channel('hot_outlet_temperature', 'Hot outlet temperature', 'Cel', 'PROCESS', 88, 0.4),
  channel('cold_flow', 'Cold flow', 'm3/h', 'DRIVE', 96, 0.8),
  channel('pressure_drop', 'Pressure drop', 'bar', 'CONDITION', 0.42, 0.01),
];

const area = (areaName, system) => ({ site: 'Northbank', area: areaName, system });
const asset = (id, name, equipmentClass, path, criticality, channels) => ({
  id, name, equipmentClass, path, criticality, period: 'PT1S', channels,
});

// By ISO 10816-7, category I, for pumps of up to 200 kW; nobody has said how powerful the others are.
const LIMITS = [2.5, 4, 6.5];

export function vibrationOf({ id, equipmentClass, channels }, now, started) {
  const point = channels.find(({ unit }) => unit === 'mm/s');
  if (!point || equipmentClass !== 'centrifugal-pump') return null;
  const velocity = valueOf(id, point, now, started);
  const zone = 'ABCD'[LIMITS.filter((limit) => velocity > limit).length];
  return { zone, standard: 'ISO 10816-7 category I', limits: LIMITS, points: [{ channel: point.name, velocity, zone }] };
}

export const ASSETS = [
  asset('P-101', 'Feed water pump A', 'centrifugal-pump', area('Utilities', 'Feed water'), 5, PUMP),
  asset('E-204', 'Product cooler', 'heat-exchanger', area('Distillation', 'Overheads'), 4, HEAT_EXCHANGER),
  asset('P-102', 'Feed water pump B', 'centrifugal-pump', area('Utilities', 'Feed water'), 4, PUMP),
  asset('P-310', 'Condensate pump', 'centrifugal-pump', area('Utilities', 'Condensate'), 3, PUMP),
  asset('K-401', 'Instrument air compressor', 'compressor', area('Utilities', 'Instrument air'), 5, PUMP),
  asset('P-205', 'Reflux pump', 'centrifugal-pump', area('Distillation', 'Overheads'), 3, PUMP),
  asset('P-206', 'Bottoms pump', 'centrifugal-pump', area('Distillation', 'Bottoms'), 3, PUMP),
  asset('F-501', 'Forced draught fan', 'fan', area('Utilities', 'Boiler 1'), 4, PUMP),
];

const MINUTE = 60_000;
const MODEL = { name: 'anomaly/centrifugal-pump', version: 3 };
export const ID = {
  bearing: '3e1f0b52-7c7c-3f0e-9a55-0d1f5d4f9a01',
  fouling: '3e1f0b52-7c7c-3f0e-9a55-0d1f5d4f9a02',
  seal: '3e1f0b52-7c7c-3f0e-9a55-0d1f5d4f9a03',
  past: '3e1f0b52-7c7c-3f0e-9a55-0d1f5d4f9a04',
  cavitation: '3e1f0b52-7c7c-3f0e-9a55-0d1f5d4f9a05',
  fresh: '3e1f0b52-7c7c-3f0e-9a55-0d1f5d4f9a06',
};

/** A repeatable hum in [-1, 1]: three sines that never line up, so that no random state is needed. */
const hum = (t, seed) =>
  (Math.sin(t / 7_300 + seed * 1.7) + Math.sin(t / 2_900 + seed * 4.1) + Math.sin(t / 1_130 + seed * 9.3)) / 3;

// When each fault began, in minutes before the start of the server, and what it does to which channel.
const FAULTS = {
  'P-101': { minutes: 9, drift: { bearing_temperature: 7.5, vibration_envelope: 0.95, vibration_velocity: 2.6, motor_current: 0.8 } },
  'E-204': { minutes: 38, drift: { pressure_drop: 0.13, hot_outlet_temperature: 4.5 } },
};

export function valueOf(assetId, ch, t, started) {
  const fault = FAULTS[assetId];
  const since = fault ? (t - (started - fault.minutes * MINUTE)) / (10 * MINUTE) : 0;
  const drift = (fault?.drift[ch.name] ?? 0) * Math.max(0, Math.min(1.3, since));
  const seed = [...(assetId + ch.name)].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 97;
  return ch.base + drift + ch.noise * (2 * hum(t, seed) + Math.sin(t * 12.9898 + seed) * 0.6);
}

export function scoreOf(assetId, t, started) {
  const fault = FAULTS[assetId];
  const since = fault ? (t - (started - fault.minutes * MINUTE)) / (10 * MINUTE) : 0;
  return 0.42 + 0.12 * hum(t, assetId.length + assetId.charCodeAt(2)) + 1.5 * Math.max(0, Math.min(1.3, since));
}

export const CONTRIBUTIONS = {
  'P-101': [
    { channel: 'vibration_envelope', share: 0.44, deviation: 6.2 },
    { channel: 'bearing_temperature', share: 0.31, deviation: 4.4 },
    { channel: 'vibration_velocity', share: 0.16, deviation: 3.1 },
    { channel: 'motor_current', share: 0.05, deviation: 1.3 },
    { channel: 'flow', share: 0.02, deviation: -0.3 },
  ],
  'E-204': [
    { channel: 'pressure_drop', share: 0.61, deviation: 5.1 },
    { channel: 'hot_outlet_temperature', share: 0.33, deviation: 3.7 },
  ],
};

const evidence = (name, expectedSign, deviation, supports) => ({ channel: name, expectedSign, deviation, supports });

const DIAGNOSIS = {
  bearing: {
    modes: [
      {
        id: 'pump.bearing-wear', name: 'Bearing wear', iso14224: 'VIB', item: 'Drive-end bearing', score: 0.86,
        action: 'Check the lubrication of the drive-end bearing today. Plan its replacement within two weeks; change over to P-102 if vibration exceeds 4.5 mm/s.',
        evidence: [
          evidence('vibration_envelope', 1, 6.2, true),
          evidence('bearing_temperature', 1, 4.4, true),
          evidence('vibration_velocity', 1, 3.1, true),
          evidence('flow', 0, -0.3, true),
          evidence('seal_leakage', 1, 0.2, false),
        ],
      },
      {
        id: 'pump.misalignment', name: 'Misalignment', iso14224: 'VIB', item: 'Coupling', score: 0.41,
        action: 'Check the alignment of the coupling at the next stop.',
        evidence: [evidence('vibration_velocity', 1, 3.1, true), evidence('motor_current', 1, 1.3, false)],
      },
    ],
    sensors: ['vibration_envelope', 'bearing_temperature', 'vibration_velocity'],
    citations: [
      { source: 'ISO 14224:2016, table B.6', text: 'VIB: vibration, abnormal' },
      { source: 'ISO 20816-7:2009, section 6', text: 'Zone C: not suitable for long-term continuous operation' },
    ],
    missing: ['Oil temperature is not measured', 'No work order is linked to this machine'],
  },
  fouling: {
    modes: [
      {
        id: 'exchanger.fouling', name: 'Fouling', iso14224: 'PLU', item: 'Tubes', score: 0.78,
        action: 'Plan cleaning of the tube side. Until then lower the throughput if the outlet exceeds 95 °C.',
        evidence: [evidence('pressure_drop', 1, 5.1, true), evidence('hot_outlet_temperature', 1, 3.7, true)],
      },
    ],
    sensors: ['pressure_drop', 'hot_outlet_temperature'],
    citations: [{ source: 'ISO 14224:2016, table B.6', text: 'PLU: plugged or choked' }],
    missing: [],
  },
  unknown: { modes: [], sensors: [], citations: [], missing: ['Suction pressure had no good reading'] },
};

/** Returns the episodes, alarms, audit trail and models as they are when the server starts. */
export function initialState(now) {
  const at = (minutesAgo) => new Date(now - minutesAgo * MINUTE).toISOString();
  const episode = (id, assetId, onset, closed, peakScore) => ({
    id, asset: assetId, onset: at(onset), updated: at(closed ?? 0), closed: closed === null ? null : at(closed),
    peakScore, model: assetId.startsWith('E') ? { name: 'anomaly/heat-exchanger', version: 1 } : MODEL,
    contributions: CONTRIBUTIONS[assetId] ?? [{ channel: 'seal_leakage', share: 0.7, deviation: 3.4 }], suspect: assetId.startsWith('E') ? 'undetermined' : 'machine',
  });
  const episodes = [
    episode(ID.bearing, 'P-101', 6.5, null, 1.84),
    episode(ID.fouling, 'E-204', 33, null, 2.31),
    episode(ID.seal, 'P-102', 96, 71, 1.22),
    episode(ID.cavitation, 'P-206', 210, null, 1.4),
    episode(ID.past, 'P-101', 2 * 1440 + 35, 2 * 1440, 1.36),
  ];
  const alarm = (id, priority, state, message, diagnosis, extra = {}) => {
    const about = episodes.find((each) => each.id === id);
    return {
      id, asset: about.asset, assetName: ASSETS.find((each) => each.id === about.asset).name, priority, state, message,
      raised: about.onset, changed: about.updated, acknowledgedBy: null, shelvedUntil: null, shelveReason: null,
      actions: [], episode: about, diagnosis: DIAGNOSIS[diagnosis], ...extra,
    };
  };
  const alarms = [
    alarm(ID.bearing, 'critical', 'unacknowledged', 'Bearing temperature and envelope rising; fits bearing wear', 'bearing'),
    alarm(ID.fouling, 'high', 'acknowledged', 'Pressure drop rising, cooling falling off; fits fouling', 'fouling', { acknowledgedBy: 'M. Ortiz' }),
    alarm(ID.seal, 'medium', 'returned', 'Seal leakage was above expected for 25 min', 'unknown'),
    alarm(ID.cavitation, 'low', 'shelved', 'Suction pressure unsteady during tank change', 'unknown', {
      shelvedUntil: new Date(now + 95 * MINUTE).toISOString(), shelveReason: 'Tank change until the end of the shift', acknowledgedBy: 'M. Ortiz',
    }),
    alarm(ID.past, 'high', 'normal', 'Bearing temperature above expected; fits bearing wear', 'bearing', { acknowledgedBy: 'J. Lindqvist' }),
  ];
  const entry = (sequence, minutesAgo, actor, action, from, to, reason = null) => ({ sequence, at: at(minutesAgo), actor, action, from, to, reason });
  const history = {
    [ID.bearing]: [entry(1, 6.5, 'platform', 'raised', 'normal', 'unacknowledged')],
    [ID.fouling]: [
      entry(1, 33, 'platform', 'raised', 'normal', 'unacknowledged'),
      entry(2, 29, 'M. Ortiz', 'acknowledged', 'unacknowledged', 'acknowledged', 'Cleaning asked for, WO follows'),
    ],
    [ID.seal]: [
      entry(1, 96, 'platform', 'raised', 'normal', 'unacknowledged'),
      entry(2, 71, 'platform', 'returned to normal', 'unacknowledged', 'returned'),
    ],
    [ID.cavitation]: [
      entry(1, 210, 'platform', 'raised', 'normal', 'unacknowledged'),
      entry(2, 205, 'M. Ortiz', 'shelved', 'unacknowledged', 'shelved', 'Tank change until the end of the shift'),
    ],
    [ID.past]: [entry(1, 2915, 'platform', 'raised', 'normal', 'unacknowledged')],
  };
  const model = (name, version, kind, champion, minutesAgo, metrics) => ({
    name, version, kind, champion, registered: at(minutesAgo),
    sha256: 'f3a1c29d7be40516a9d8e2b7c3f60418a9d8e2b7c3f60418f3a1c29d7be40516',
    metrics,
    provenance: {
      trainedFrom: at(minutesAgo + 1440), trainedTo: at(minutesAgo + 5), seed: 7, trainingRows: 82_340,
      code: '107d83b', assets: ['P-101', 'P-102', 'P-205', 'P-206', 'P-310'],
    },
  });
  const models = [
    model('anomaly/centrifugal-pump', 3, 'autoencoder', true, 190, { episodeF1: 0.943, precision: 0.962, recall: 0.925, falseAlarmsPerDay: 0.21, windows: 8234 }),
    model('anomaly/centrifugal-pump', 2, 'pca', false, 1630, { episodeF1: 0.918, precision: 0.931, recall: 0.905, falseAlarmsPerDay: 0.34, windows: 8234 }),
    model('anomaly/heat-exchanger', 1, 'pca', true, 1630, { episodeF1: 0.902, precision: 0.914, recall: 0.89, falseAlarmsPerDay: 0.3, windows: 4120 }),
  ];
  return { episodes, alarms, history, models };
}

export const STEPS = {
  unacknowledged: ['acknowledge', 'shelve', 'suppress', 'out-of-service'],
  returned: ['acknowledge', 'shelve', 'suppress', 'out-of-service'],
  acknowledged: ['shelve', 'suppress', 'out-of-service'],
  shelved: ['unshelve'],
  suppressed: ['unsuppress'],
  'out-of-service': ['return-to-service'],
  normal: [],
};

export const REASONS = [
  'Bearing wear has been getting worse for 4.1 days; it will last between 3.7 days and 29 days with a probability of 90 %, judged by 14 machines that failed.',
  'A failure costs 40,000 and acting in time 8,000, so a risk of 17 % of failing first is worth taking, and no more.',
  'That risk is reached in 5.5 days, and parts and crew take 3 days, which leaves 2.5 days to decide.',
  'It fails before the next review, in 24 h, with a probability of 0.4 %.',
];

/** Returns the work order proposals as they are when the server starts, by the machine, which here is also their id. */
export function proposals(now) {
  const hours = (ahead) => new Date(now + ahead * 60 * MINUTE).toISOString();
  return {
    'P-101': {
      id: 'P-101', asset: 'P-101', episode: ID.bearing, failureMode: 'Bearing wear', task: DIAGNOSIS.bearing.modes[0].action,
      urgency: 'planned', actBy: hours(59), workFrom: hours(72), workBy: hours(131), downtimeHours: 8, cost: 8000,
      failureCost: 40000, state: 'proposed', proposed: hours(-1), decidedBy: null, decided: null, remark: '',
    },
  };
}

/** Returns a training that waits for a worker, of which the mock has none. */
export function training(asked, submitted) {
  return {
    id: crypto.randomUUID(), model: asked.model, detector: 'gaussian', assets: ['P-101', 'P-102'],
    from: asked.from ?? submitted, to: submitted, submitted, changed: submitted, state: 'queued', made: null, refused: [], failure: null,
  };
}

/** Returns a backtest that is done at once: half of today's alarms would be gone and one would be new. */
export function backtest(asked, submitted, by) {
  const start = Date.parse(asked.from);
  const span = Date.parse(asked.to) - start;
  const at = (share) => new Date(start + share * span).toISOString();
  const episode = (asset, from, until, change, peak, channel) => ({
    asset, onset: at(from), raised: at(from + 0.004), closed: until === null ? null : at(until), peak, channel, change,
  });
  const kept = [
    episode('P-101', 0.72, null, 'kept', 3.4, 'vibration_de'),
    episode('E-201', 0.38, 0.47, 'kept', 1.9, 'cold_outlet_temp'),
  ];
  const now = [
    ...kept,
    episode('P-101', 0.11, 0.13, 'removed', 1.1, 'fluid_temp'),
    episode('P-205', 0.21, 0.22, 'removed', 1.2, 'fluid_temp'),
  ];
  const candidate = [...kept, episode('P-310', 0.55, 0.58, 'added', 1.6, 'flow')];
  const arm = (version, episodes, leadHours) => ({
    model: asked.model, version, judged: 181_440, abnormal: 412, abstained: { TRANSIENT: 2110 }, alarms: episodes.length,
    alarmsPerDay: episodes.length / 7, alarmsPerAssetMonth: (episodes.length / 7 / 5) * 30, hits: 2,
    falseAlarms: episodes.length - 2, delayHours: 3.2, leadHours, missed: [], fingerprint: '5f0c', episodes,
  });
  const event = (asset, from, until, what) => ({ asset, from: at(from), until: at(until), what });
  return {
    id: '00000000-0000-4000-8000-0000000000b1', submitted, by, state: 'done', asked, failure: null,
    result: {
      assets: ['P-101', 'P-205', 'P-206', 'P-310', 'E-201'],
      events: [event('P-101', 0.7, 1, 'Bearing wear'), event('E-201', 0.36, 0.5, 'Fouling')],
      kept: 2, added: 1, removed: 2, now: arm(3, now, 41.5), candidate: arm(asked.candidate?.version ?? 3, candidate, 40.1),
    },
  };
}
