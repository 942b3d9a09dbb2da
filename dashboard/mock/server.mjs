// DEVELOPMENT STAND-IN for the platform: speaks the REST contract with made-up data, streams events, and serves out/
// under the Content-Security-Policy the real server has to send. Plain node:http, no dependency.
//
//   node mock/server.mjs [--port 4321] [--scenario plant|empty|learning|calm]
//
// Any secret signs in; its first word is the role: viewer, operator, engineer or admin. `wrong` is refused.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ASSETS, backtest, CONTRIBUTIONS, ID, initialState, proposals, REASONS, scoreOf, STEPS, training, valueOf, vibrationOf } from './plant.mjs';

const { values: options } = parseArgs({
  options: { port: { type: 'string', default: '4321' }, scenario: { type: 'string', default: 'plant' } },
});
const started = Date.now();
const state = { ...initialState(started), proposals: proposals(started), backtests: [], trainings: [] };
if (options.scenario !== 'plant') Object.assign(state, { episodes: [], alarms: [], history: {} });
if (['empty', 'learning'].includes(options.scenario)) state.models = [];
const out = resolve(import.meta.dirname, '../out');
const { contentSecurityPolicy } = JSON.parse(readFileSync(join(out, 'csp.json'), 'utf8'));
const FIRST_READING = started - 26 * 3_600_000;
const streams = new Set();
let streaming = true;
const sessions = new Map();

const iso = (t) => new Date(t).toISOString();
const problem = (status, title, next) => ({ status, body: { type: 'about:blank', title, status, detail: title, next } });
const ok = (body) => ({ status: 200, body });
const withActions = (alarm) => ({ ...alarm, actions: STEPS[alarm.state] });
const tell = (event, data) => streams.forEach((stream) => stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));

function openAlarm(id) {
  const alarm = state.alarms.find((each) => each.asset === id && each.state !== 'normal' && each.state !== 'shelved');
  return alarm ? { id: alarm.id, state: alarm.state, priority: alarm.priority } : null;
}

function plantAsset({ channels, period, ...about }, now) {
  const learning = options.scenario === 'learning';
  const calm = options.scenario === 'calm';
  const score = learning ? null : calm ? 0.4 : Number(scoreOf(about.id, now, started).toFixed(3));
  const silent = about.id === 'F-501' && !learning && !calm;
  const unknown = learning || (about.id === 'K-401' && !calm);
  const alarm = openAlarm(about.id);
  const condition = silent ? 'silent' : unknown ? 'unknown' : score >= 1 ? 'abnormal' : 'normal';
  const headline = {
    silent: 'No readings for 14 min; check the gateway',
    unknown: learning ? 'Learning what is normal' : 'Runs in a way that training has never seen',
    normal: alarm ? state.alarms.find(({ id }) => id === alarm.id).message : 'Nothing abnormal',
    abnormal: state.alarms.find(({ id }) => id === alarm?.id)?.message ?? 'Abnormal; no known failure mode fits',
  }[condition];
  const urgency = condition === 'abnormal' ? 60 + about.criticality * 7 : alarm ? 30 : silent ? 25 : unknown ? 20 : about.criticality;
  return {
    ...about, condition, urgency, headline, score: silent || unknown ? null : score,
    lastSeen: iso(silent ? started - 14 * 60_000 : now), openAlarm: alarm,
    vibrationZone: silent || options.scenario !== 'plant' ? null : (vibrationOf({ ...about, channels }, now, started)?.zone ?? null),
    deadline: options.scenario === 'plant' && condition === 'abnormal' && state.proposals[about.id] ? { actBy: state.proposals[about.id].actBy, urgency: state.proposals[about.id].urgency } : null,
  };
}

/** Returns made-up advice: pumps wear towards a date, everything else has no end in sight. */
function adviceOf(id) {
  const proposal = options.scenario === 'plant' ? (state.proposals[id] ?? null) : null;
  const levels = [0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95];
  const hours = proposal ? [52, 88, 110, 141, 190, 246, 318, 430, 560, 690] : levels.map(() => null);
  return {
    asset: id, time: iso(Date.now()), verdict: proposal ? 'act-by' : 'nothing', actBy: proposal?.actBy ?? null,
    reasons: proposal ? REASONS : ['It runs as it usually does: there is no end in sight.', 'Replacing it by age, every 69 months of operation, would save 3.6 % of what running to failure costs; its condition tells more.'],
    life: {
      time: iso(Date.now()), outlook: proposal ? 'wearing' : 'healthy', healthIndex: proposal ? 0.46 : 1,
      failureMode: proposal ? 'pump.bearing-wear' : null, failureModeName: proposal?.failureMode ?? null,
      quantiles: levels.map((level, i) => ({ level, hours: hours[i] })), model: { name: 'life/path', version: 1 },
      episode: proposal?.episode ?? null, watchedHours: 98, machines: proposal ? 14 : 0,
    },
    policy: proposal
      ? { riskWorthTaking: 1 / 6, doneWithinHours: 131, decideWithinHours: 59, failsBeforeReview: 0.004 }
      : { riskWorthTaking: 1 / 6, doneWithinHours: null, decideWithinHours: null, failsBeforeReview: 0 },
    age: { hours: 50_600, costShare: 0.964 }, proposal,
  };
}

function plant() {
  const now = Date.now();
  const assets = options.scenario === 'empty' ? [] : ASSETS.map((each) => plantAsset(each, now));
  return { name: 'Northbank works', time: iso(now), assets: assets.sort((a, b) => b.urgency - a.urgency) };
}

function series(about, query) {
  const to = Date.parse(query.get('to') ?? '') || Date.now();
  const from = Date.parse(query.get('from') ?? '') || to - 3_600_000;
  const buckets = Math.max(1, Math.min(Number(query.get('buckets') ?? 300), Math.floor((to - from) / 1000)));
  const width = (to - from) / buckets;
  const bucket = (ch, i) => {
    const samples = [0, 0.2, 0.4, 0.6, 0.8].map((part) => valueOf(about.id, ch, from + (i + part) * width, started));
    const mean = samples.reduce((sum, v) => sum + v, 0) / samples.length;
    return [from + i * width, Math.min(...samples), Math.max(...samples), mean];
  };
  const wanted = about.channels.filter(({ name }) => query.getAll('channel').includes(name));
  return {
    from: iso(from), to: iso(to),
    series: wanted.map((ch) => ({
      channel: ch.name, unit: ch.unit, points: Array.from({ length: buckets }, (_, i) => i)
        .filter((i) => from + (i + 1) * width >= FIRST_READING) // a bucket without a reading is absent
        .map((i) => bucket(ch, i)),
    })),
  };
}

function latest(about) {
  const now = Date.now();
  const read = (ch) =>
    ch.name === 'suction_pressure'
      ? { value: null, quality: 'bad', reason: 'SENSOR_FAILURE' }
      : { value: valueOf(about.id, ch, now, started), quality: 'good', reason: null };
  return { time: iso(now), values: Object.fromEntries(about.channels.map((ch) => [ch.name, read(ch)])) };
}

function assessment(id, t) {
  const gap = (started - t) / 60_000;
  if (gap > 12.5 && gap < 13.6) {
    return { windowEnd: iso(t), kind: 'notAssessable', score: null, reason: 'TRANSIENT', model: null, contributions: [], suspect: null };
  }
  const score = options.scenario === 'plant' ? scoreOf(id, t, started) : 0.4;
  const abnormal = score >= 1;
  return {
    windowEnd: iso(t), kind: abnormal ? 'abnormal' : 'normal', score, reason: null,
    model: { name: 'anomaly/centrifugal-pump', version: 3 }, contributions: abnormal ? (CONTRIBUTIONS[id] ?? []) : [], suspect: abnormal ? 'machine' : null,
  };
}

function assessments(id, query) {
  const to = Date.parse(query.get('to') ?? '') || Date.now();
  const from = Date.parse(query.get('from') ?? '') || to - 3_600_000;
  const all = [];
  for (let t = Math.ceil(from / 10_000) * 10_000; t < to && all.length < Number(query.get('limit') ?? 1000); t += 10_000) {
    all.push(assessment(id, t));
  }
  return all;
}

const AFTER = {
  acknowledge: (alarm) => (alarm.state === 'returned' ? 'normal' : 'acknowledged'),
  shelve: () => 'shelved',
  unshelve: () => 'unacknowledged',
  suppress: () => 'suppressed',
  unsuppress: () => 'unacknowledged',
  'out-of-service': () => 'out-of-service',
  'return-to-service': () => 'unacknowledged',
};

const PAST = {
  acknowledge: 'acknowledged', shelve: 'shelved', unshelve: 'unshelved', suppress: 'suppressed', unsuppress: 'ended suppression',
  'out-of-service': 'took out of service', 'return-to-service': 'returned to service',
};

function act(alarm, action, body, actor) {
  if (!STEPS[alarm.state].includes(action)) return problem(409, `An alarm that is ${alarm.state} cannot ${action}.`, 'Reload the page.');
  if (action === 'shelve' && !body.reason) return problem(400, 'Shelving needs a reason.', 'Say why.');
  const from = alarm.state;
  Object.assign(alarm, { state: AFTER[action](alarm), changed: iso(Date.now()), shelvedUntil: null, shelveReason: null });
  if (action === 'acknowledge') alarm.acknowledgedBy = actor;
  if (action === 'shelve') Object.assign(alarm, { shelvedUntil: iso(Date.now() + body.minutes * 60_000), shelveReason: body.reason });
  const entries = (state.history[alarm.id] ??= []);
  entries.push({ sequence: entries.length + 1, at: alarm.changed, actor, action: PAST[action], from, to: alarm.state, reason: body.comment || body.reason || null });
  tell('alarm', withActions(alarm));
  return ok(withActions(alarm));
}

/** Raises an alarm, as the check script asks for it. */
function raise() {
  const episode = { ...state.episodes[0], id: ID.fresh, asset: 'P-310', onset: iso(Date.now()), closed: null };
  const fresh = {
    ...state.alarms[1], id: ID.fresh, asset: 'P-310', assetName: 'Condensate pump', priority: 'high', state: 'unacknowledged',
    message: 'Flow below expected; fits impeller wear', raised: episode.onset, changed: episode.onset, acknowledgedBy: null, episode,
  };
  state.alarms.unshift(fresh);
  tell('alarm', withActions(fresh));
  return ok(withActions(fresh));
}

function route(method, [head, id, action], query, body, session) {
  const about = ASSETS.find((each) => each.id === id);
  const alarm = state.alarms.find((each) => each.id === id);
  if (head === 'plant') return ok(plant());
  if (head === 'assets') {
    if (!about) return problem(404, `There is no asset ${id}.`, 'Choose one from the plant overview.');
    if (action === 'advice') return ok(adviceOf(id));
    if (action === 'latest') return ok(latest(about));
    if (action === 'series') return ok(series(about, query));
    if (action === 'assessments') return ok(assessments(id, query));
    if (action === 'explanation') {
      const seen = CONTRIBUTIONS[id] ?? [];
      return ok({ model: { name: `anomaly/${about.equipmentClass}`, version: 3 }, score: 1.84, correction: seen.slice(0, 2), shares: seen, reference: 30 });
    }
    if (action === 'episodes') return ok(state.episodes.filter((each) => each.asset === id));
    const { urgency, openAlarm: _, vibrationZone, ...asset } = plantAsset(about, Date.now());
    const vibration = vibrationZone && vibrationOf(about, Date.now(), started);
    const installation = about.equipmentClass === 'centrifugal-pump' ? { ratedKilowatts: 75, support: 'rigid' } : null;
    const channels = about.channels.map(({ base, noise, ...rest }) => rest);
    return ok({ ...asset, vibration, installation, period: about.period, channels, model: { name: `anomaly/${about.equipmentClass}`, version: 3 } });
  }
  if (head === 'alarms' && !id) {
    const open = query.get('view') !== 'all';
    return ok(state.alarms.filter((each) => !open || each.state !== 'normal').map(withActions));
  }
  if (head === 'alarms') {
    if (!alarm) return problem(404, `There is no alarm ${id}.`, 'Reload the list.');
    if (action === 'history') return ok(state.history[id] ?? []);
    return method === 'POST' ? act(alarm, action, body, session.name) : ok(withActions(alarm));
  }
  if (head === 'proposals') {
    const proposal = state.proposals[id];
    if (!proposal) return problem(404, `There is no proposal ${id}.`);
    if (proposal.state !== 'proposed') return problem(409, `The proposal is ${proposal.state} already.`, 'Reload the page.');
    if (action === 'decline' && !body.remark) return problem(400, 'No reason was given.', 'Say why the work is not wanted.');
    Object.assign(proposal, { state: `${action.replace(/e$/, '')}ed`, decidedBy: session.name, decided: iso(Date.now()), remark: body.remark ?? '' });
    tell('advice', { asset: proposal.asset });
    return ok(proposal);
  }
  if (head === 'models' && method === 'POST') {
    for (const each of state.models.filter(({ name }) => name === body.name)) each.champion = each.version === body.version;
    tell('model', { name: body.name, version: body.version });
    return ok({});
  }
  if (head === 'models') return ok(state.models);
  if (head === 'classes') return ok(state.models.map(({ name }) => ({ equipmentClass: name.split('/')[1], machines: 2 })));
  if (head === 'trainings' && method === 'POST') {
    const queued = training(body, iso(Date.now()));
    state.trainings.unshift(queued);
    return { status: 202, body: queued };
  }
  if (head === 'trainings') return ok(state.trainings);
  if (head === 'backtests' && method === 'POST') {
    const submitted = backtest(body, iso(Date.now()), session.name);
    state.backtests.unshift(submitted);
    return { status: 202, body: submitted };
  }
  if (head === 'backtests') {
    const wanted = state.backtests.find((each) => each.id === id);
    return id === undefined ? ok(state.backtests.map((each) => ({ ...each, result: null }))) : ok(wanted);
  }
  return problem(404, 'There is no such resource.');
}

function signIn(body, response) {
  const secret = String(body.secret ?? '');
  if (secret === 'wrong') return problem(401, 'This key is not known.', 'Check it, or ask an administrator for a new one.');
  const role = secret.split(/[ -]/)[0];
  const session = { name: 'M. Ortiz', role: ['viewer', 'operator', 'engineer', 'admin'].includes(role) ? role : 'operator' };
  const id = String(sessions.size + 1);
  sessions.set(id, session);
  response.setHeader('Set-Cookie', `im_session=${id}; HttpOnly; SameSite=Strict; Path=/`);
  return ok(session);
}

function openStream(request, response) {
  if (!streaming) return response.writeHead(503).end();
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': hello\n\n');
  streams.add(response);
  request.on('close', () => streams.delete(response));
}

async function answer(request, response, url) {
  const parts = url.pathname.split('/').slice(3).map(decodeURIComponent);
  const session = sessions.get(/im_session=(\d+)/.exec(request.headers.cookie ?? '')?.[1]);
  let text = '';
  for await (const piece of request) text += piece;
  const body = text === '' ? {} : JSON.parse(text);
  const writes = request.method !== 'GET';
  let reply;
  if (writes && request.headers['x-requested-with'] !== 'industrialmind') reply = problem(403, 'The request was forged.');
  else if (parts[0] === 'session' && request.method === 'POST') reply = signIn(body, response);
  else if (!session) reply = problem(401, 'Nobody is signed in.', 'Sign in.');
  else if (parts[0] === 'session') {
    if (request.method === 'DELETE') sessions.clear();
    reply = ok(request.method === 'DELETE' ? {} : session);
  } else if (parts[0] === 'events') return openStream(request, response);
  else reply = route(request.method, parts, url.searchParams, body, session);
  response.writeHead(reply.status, { 'Content-Type': reply.status < 400 ? 'application/json' : 'application/problem+json' });
  response.end(JSON.stringify(reply.body));
}

const MIME = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.ico': 'image/x-icon',
};

function serveFile(url, response) {
  let path = join(out, normalize(decodeURIComponent(url.pathname)));
  if (existsSync(path) && statSync(path).isDirectory()) path = join(path, 'index.html');
  const found = path.startsWith(out) && existsSync(path);
  if (!found) path = join(out, '404.html');
  response.writeHead(found ? 200 : 404, {
    'Content-Type': MIME[extname(path)] ?? 'application/octet-stream',
    'Content-Security-Policy': contentSecurityPolicy,
    'Cache-Control': url.pathname.startsWith('/_next/static/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  response.end(readFileSync(path));
}

/** Lets the check script steer: break the stream, mend it, raise an alarm. */
function steer(what) {
  if (what === 'raise') return raise();
  streaming = what !== 'break';
  if (!streaming) streams.forEach((stream) => stream.destroy());
  return ok({ streaming });
}

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname.startsWith('/mock/')) {
    response.end(JSON.stringify(steer(url.pathname.slice(6)).body));
  } else if (url.pathname.startsWith('/api/v1/')) {
    answer(request, response, url).catch((error) => response.writeHead(500).end(JSON.stringify({ title: String(error), status: 500 })));
  } else {
    serveFile(url, response);
  }
});
server.listen(Number(options.port), '127.0.0.1', () => console.log(`stand-in at http://127.0.0.1:${server.address().port}/`));

setInterval(() => streams.forEach((stream) => stream.write(': heartbeat\n\n')), 15_000).unref();
setInterval(() => {
  if (options.scenario === 'empty') return;
  for (const { id } of ASSETS.filter(({ id }) => id !== 'F-501' && id !== 'K-401')) {
    const { windowEnd, kind, score } = assessment(id, Date.now());
    tell('assessment', { asset: id, windowEnd, kind: options.scenario === 'plant' ? kind : 'normal', score: options.scenario === 'learning' ? null : Math.min(score, options.scenario === 'plant' ? 9 : 0.6) });
  }
}, 2_000).unref();
