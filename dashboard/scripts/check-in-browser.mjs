// Walks the built dashboard in a real browser against the stand-in: what an operator does all day by mouse and by
// keyboard, every page through axe, no sideways scrolling, no console error, no breach of the content policy, and a
// broken event stream. Writes screenshots to be looked at.
//
//   npm run build && npm run check        CHROMIUM=/usr/bin/chromium  SHOTS=<folder>
import { spawn } from 'node:child_process';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const shots = process.env.SHOTS ?? join(tmpdir(), 'industrialmind-dashboard');
mkdirSync(shots, { recursive: true });
const here = resolve(import.meta.dirname, '..');
const axe = readFileSync(join(here, 'node_modules/axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const DESKTOP = { width: 1440, height: 900 };
const TABLET = { width: 768, height: 1024 };
const PHONE = { width: 390, height: 844 };

/** Starts the stand-in on a free port and returns its address and how to stop it. */
async function standIn(scenario) {
  const child = spawn(process.execPath, [join(here, 'mock/server.mjs'), '--port', '0', '--scenario', scenario], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await new Promise((done, failed) => {
    child.stdout.once('data', (data) => done(String(data).match(/http:\S+(?=\/)/) ?? []));
    child.once('exit', (code) => failed(new Error(`the stand-in ended with ${code}`)));
  });
  return { base: line, stop: () => child.kill() };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
});

const complaints = [];

/** Opens a page that reports whatever the browser complains about. */
async function open({ viewport = DESKTOP, colorScheme = 'light' } = {}) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (401|503)|ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED/.test(message.text())) {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  return page;
}

const byId = (page, id) => page.locator(`[data-testid="${id}"]`);
const isLive = (page) => page.waitForSelector('[data-testid="live"][data-phase="live"]');

async function signIn(page, base, secret, path = '/') {
  await page.goto(`${base}${path}#key=${secret}`);
  await isLive(page);
}

async function shoot(page, name) {
  await page.waitForTimeout(400); // one turn of the charts
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

async function accessible(page, where) {
  // Evaluated by the debugger, which the content policy does not bind.
  await page.evaluate(axe);
  const { violations } = await page.evaluate((tags) => window.axe.run({ runOnly: tags }), AXE_TAGS);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  assert.deepEqual(found, [], `axe on ${where}`);
}

async function fits(page, where) {
  const [content, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(content <= window_, `${where} is ${content} px wide in a window of ${window_} px`);
}

const checks = [];
const check = (sentence, body) => checks.push([sentence, body]);

check('asks for a key, refuses a wrong one in words, and keeps the secret out of the address', async ({ base }) => {
  const page = await open();
  await page.goto(base);
  await byId(page, 'secret').fill('wrong');
  await byId(page, 'sign-in-button').click();
  await byId(page, 'failure').waitFor();
  await accessible(page, 'the sign-in form');
  await shoot(page, 'sign-in');
  await byId(page, 'secret').fill('operator');
  await page.keyboard.press('Enter');
  await isLive(page);
  assert.equal(await byId(page, 'role').textContent(), 'Operator');
  await signIn(page, base, 'engineer', '/models/');
  assert.equal(new URL(page.url()).hash, '');
  await byId(page, 'sign-out').click();
  await byId(page, 'sign-in').waitFor();
});

check('ranks the plant by urgency, in words', async ({ base }) => {
  const page = await open();
  await signIn(page, base, 'operator');
  const first = byId(page, 'attention').locator('[data-testid="asset-row"]').first();
  assert.match(await first.textContent(), /AbnormalP-101 Feed water pump A.*Bearing temperature and envelope rising/);
  assert.match(await byId(page, 'plant-summary').textContent(), /3 of 8 machines need attention/);
  await accessible(page, 'the plant');
  await shoot(page, 'plant');
  const score = () => first.locator('[data-testid="score"]').textContent();
  const before = await score();
  await page.waitForFunction(
    (text) => document.querySelector('[data-testid="attention"] [data-testid="score"]').textContent !== text,
    before,
  );
});

check('leads from the plant to the evidence without a new page load', async ({ base }) => {
  const page = await open();
  await signIn(page, base, 'operator');
  await page.evaluate(() => (window.sameDocument = true));
  await page.locator('[data-asset="P-101"]').click();
  await byId(page, 'diagnosis').waitFor();
  assert.ok(await page.evaluate(() => window.sameDocument), 'the page was loaded anew');
  assert.equal(await byId(page, 'trend').first().getAttribute('data-channel'), 'vibration_envelope');
  assert.match(await byId(page, 'recommended-action').textContent(), /lubrication/);
  assert.match(await byId(page, 'asset-model').textContent(), /v3/);
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="trend"] canvas').length >= 4);
  await byId(page, 'time-cursor').focus();
  for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowLeft');
  assert.match(await byId(page, 'readout').first().textContent(), /\d\d:\d\d:\d\d · .* to .*m\/s²/);
  await accessible(page, 'an asset');
  await shoot(page, 'asset-cursor');
  for (const span of ['1h', '8h', 'all']) {
    await page.locator(`[data-testid="span-${span}"]`).check({ force: true });
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="trend"] canvas').length >= 4);
  }
  await byId(page, 'other-channels').click();
  await shoot(page, 'asset-all');
  assert.equal(await byId(page, 'trend').count(), 9);
});

check('explains an abnormal window when asked', async ({ base }) => {
  const page = await open();
  await signIn(page, base, 'viewer', '/asset/?id=P-101');
  await byId(page, 'explain').click();
  await page.getByText('30 normal windows of this machine').waitFor();
  assert.match(await byId(page, 'explanation').textContent(), /It would be normal if this were not so.*sigma above expected/);
  await accessible(page, 'an explanation');
  await byId(page, 'contributions').screenshot({ path: join(shots, 'explanation.png') });
});

check('replays known events, and names the line that is none', async ({ base }) => {
  const page = await open();
  await signIn(page, base, 'engineer', '/backtest/');
  await byId(page, 'backtest-from').fill('2026-11-20T00:00');
  await byId(page, 'backtest-to').fill('2026-11-21T00:00');
  await byId(page, 'backtest-events').fill('P-101, yesterday');
  await page.getByText('Line 1 is “P-101, yesterday”').waitFor();
  assert.ok(await byId(page, 'backtest-run').isDisabled());
  await accessible(page, 'a backtest with a wrong event');
  await shoot(page, 'backtest-event');
  await byId(page, 'backtest-events').fill('P-101, 2026-11-20T08:00, 2026-11-20T16:00, bearing wear');
  await byId(page, 'backtest-run').click();
  await byId(page, 'backtest-verdict').first().waitFor();
});

check('acknowledges by keyboard alone, and shelves only with a reason', async ({ base }) => {
  const page = await open();
  await signIn(page, base, 'operator', '/alarms/');
  const critical = page.locator('[data-testid="alarm-row"]').first();
  assert.match(await critical.textContent(), /Critical.*Unacknowledged/);
  await accessible(page, 'the alarm list');
  await shoot(page, 'alarms');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the content');
  await page.keyboard.press('Enter');
  await tabTo(page, 'alarm-acknowledge');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.closest('tr').dataset.state), 'acknowledged');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, 'alarm-acknowledge', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await byId(page, 'alarm-dialog').waitFor();
  await accessible(page, 'the acknowledge dialog');
  await page.keyboard.type('Seen, greasing the bearing now');
  await shoot(page, 'acknowledge');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('tr:first-child[data-state="acknowledged"]');

  await critical.locator('[data-testid="alarm-shelve"]').click();
  assert.ok(await byId(page, 'alarm-confirm').isDisabled(), 'shelving without a reason must not be possible');
  await byId(page, 'minutes-30').check();
  await byId(page, 'alarm-reason').fill('Bearing is being greased');
  await accessible(page, 'the shelve dialog');
  await shoot(page, 'shelve');
  await byId(page, 'alarm-confirm').click();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="alarm-row"]').length === 2);

  await page.locator('[data-testid="alarm-view-shelved"]').check({ force: true });
  const shelved = page.locator('[data-testid="alarm-row"]').first();
  await shelved.locator('[data-testid="alarm-details"]').click();
  await byId(page, 'alarm-history').waitFor();
  assert.match(await byId(page, 'alarm-history').textContent(), /shelved.*Bearing is being greased.*acknowledged.*greasing/);
  await accessible(page, 'an opened alarm');
  await shoot(page, 'alarm-history');
  await shelved.locator('[data-testid="alarm-unshelve"]').first().click();
  await page.locator('[data-testid="alarm-view-open"]').check({ force: true });
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="alarm-row"]').length === 3);
});

check('announces a new alarm wherever one is', async ({ base }) => {
  const page = await open();
  await signIn(page, base, 'viewer', '/models/');
  await fetch(`${base}/mock/raise`);
  await page.waitForFunction(() => /New high alarm, P-310/.test(document.querySelector('[data-testid="announcer"]').textContent));
  assert.match(await byId(page, 'open-alarms').textContent(), /^4/);
  assert.equal(await byId(page, 'promote').count(), 0, 'a viewer must not be offered a promotion');
});

check('promotes a model with a reason', async ({ base }) => {
  const page = await open();
  await signIn(page, base, 'engineer', '/models/');
  await page.locator('summary').first().click();
  await accessible(page, 'the models');
  await shoot(page, 'models');
  await byId(page, 'promote').click();
  await byId(page, 'promote-reason').fill('Fewer false alarms in the backtest');
  await accessible(page, 'the promote dialog');
  await byId(page, 'promote-confirm').click();
  await page.waitForSelector('[data-model="anomaly/centrifugal-pump v2"][data-champion="true"]');
});

check('says when it is not live, goes on by polling, and recovers', async ({ base }) => {
  const page = await open();
  await signIn(page, base, 'operator');
  await fetch(`${base}/mock/break`);
  await page.waitForSelector('[data-testid="live"][data-phase="reconnecting"]');
  await byId(page, 'stale').waitFor({ timeout: 30_000 });
  await accessible(page, 'a stale page');
  await shoot(page, 'stale');
  await fetch(`${base}/mock/mend`);
  await page.waitForSelector('[data-testid="live"][data-phase="live"]', { timeout: 30_000 });
});

check('fits a tablet and a phone, in both schemes', async ({ base }) => {
  for (const [name, viewport] of [['tablet', TABLET], ['phone', PHONE]]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await open({ viewport, colorScheme });
      await signIn(page, base, 'engineer');
      for (const [where, path] of [['plant', '/'], ['asset', '/asset/?id=P-101'], ['alarms', '/alarms/'], ['models', '/models/'], ['backtest', '/backtest/']]) {
        await page.goto(base + path);
        await isLive(page);
        await page.waitForTimeout(800);
        await fits(page, `${where} on a ${name}`);
        await accessible(page, `${where} on a ${name}, ${colorScheme}`);
        await shoot(page, `${where}-${name}-${colorScheme}`);
      }
      await page.context().close();
    }
  }
});

for (const [scenario, sentence] of [['empty', /Getting to know the plant/], ['learning', /Getting to know the plant/], ['calm', /Nothing abnormal/]]) {
  check(`shows a plant that is ${scenario}`, async () => {
    const other = await standIn(scenario);
    try {
      const page = await open();
      await signIn(page, other.base, 'operator');
      assert.match(await byId(page, 'plant-summary').textContent(), sentence);
      assert.equal(await byId(page, 'first-start').count(), scenario === 'calm' ? 0 : 1);
      await accessible(page, `a plant that is ${scenario}`);
      await shoot(page, scenario);
    } finally {
      other.stop();
    }
  });
}

/** Presses Tab until the focus stands on such a control. */
async function tabTo(page, testId, key = 'Tab') {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key);
    if (await page.evaluate((id) => document.activeElement?.dataset.testid === id, testId)) return;
  }
  assert.fail(`${testId} was not reached by keyboard`);
}

let failures = 0;
for (const [sentence, body] of checks) {
  const plant = await standIn('plant');
  try {
    await body(plant);
    assert.deepEqual(complaints, [], 'the browser complained');
    console.log(`  ok    ${sentence}`);
  } catch (error) {
    failures++;
    console.error(`  FAIL  ${sentence}\n        ${error.message}`);
  } finally {
    complaints.length = 0;
    plant.stop();
    for (const context of browser.contexts()) await context.close();
  }
}
await browser.close();
console.log(`${checks.length - failures} of ${checks.length} checks passed; screenshots in ${shots}`);
process.exit(failures > 0 ? 1 : 0);
