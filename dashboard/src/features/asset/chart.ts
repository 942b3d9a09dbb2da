import type uPlot from 'uplot';
import type { Span } from './asset';

/** The tokens a canvas needs; it cannot read CSS by itself. */
export interface Ink {
  line: string;
  band: string;
  grid: string;
  text: string;
  limit: string;
  abnormal: string;
  wash: string;
  unjudged: string;
  font: string;
}

export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    line: token('--trend'),
    band: token('--trend-band'),
    grid: token('--trend-grid'),
    text: token('--ink-2'),
    limit: token('--ink'),
    abnormal: token('--abnormal'),
    wash: token('--abnormal-wash'),
    unjudged: token('--line'),
    font: `12px ${token('--font')}`,
  };
}

/** What a chart shows besides its lines; read at every drawing, so that it may change without a new chart. */
export interface Scene {
  range: Span;
  abnormal: readonly Span[];
  unjudged: readonly Span[];
}

export type ChartKind = 'trend' | 'score';

const HOURS = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const SECONDS = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAYS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const DAY_MS = 86_400_000;

function tick(at: number, step: number): string {
  if (step >= DAY_MS) return DAYS.format(at);
  return (step < 60_000 ? SECONDS : HOURS).format(at);
}

const AXIS_WIDTH = 58;

interface ChartSpec {
  kind: ChartKind;
  ink: Ink;
  width: number;
  height: number;
  withTimes: boolean;
  scene: () => Scene;
  onCursor: (index: number | null) => void;
}

/** Returns the options of a chart: a band from least to greatest with the mean in it, or the score with its limit. */
export function chartOptions({ kind, ink, width, height, withTimes, scene, onCursor }: ChartSpec): uPlot.Options {
  const grid = { stroke: ink.grid, width: 1 };
  const line = { stroke: ink.line, width: 1.5, points: { show: false } };
  const lines = kind === 'score' ? 1 : 3; // the index of the line itself, behind the edges of the band
  const edge = { stroke: 'transparent', width: 0, points: { show: false } };
  return {
    width,
    height,
    ms: 1,
    legend: { show: false },
    padding: [8, 10, withTimes ? 0 : 6, 0],
    cursor: {
      y: false,
      drag: { x: false, y: false, setScale: false },
      points: { size: (_, index) => (index === lines ? 7 : 0), fill: ink.line },
      sync: { key: 'asset' },
    },
    scales: {
      x: { range: () => [scene().range.from, scene().range.to] },
      y: kind === 'score' ? { range: (_, __, max) => [0, Math.max(1.5, (max ?? 0) * 1.1)] } : { range: padded },
    },
    series: kind === 'score' ? [{}, line] : [{}, edge, edge, line],
    ...(kind === 'trend' && { bands: [{ series: [1, 2] as [number, number], fill: ink.band }] }),
    axes: [
      {
        show: true,
        stroke: ink.text,
        font: ink.font,
        grid,
        ticks: { show: false },
        size: withTimes ? 24 : 0,
        gap: 6,
        space: 90,
        values: (_, splits, __, ___, step) => splits.map((at) => (withTimes ? tick(at, step) : '')),
      },
      { stroke: ink.text, font: ink.font, grid, ticks: { show: false }, size: AXIS_WIDTH, gap: 6, space: 22 },
    ],
    hooks: {
      drawClear: [(chart) => shade(chart, scene(), ink)],
      draw: kind === 'score' ? [(chart) => limitLine(chart, ink)] : [],
      setCursor: [(chart) => onCursor(chart.cursor.idx ?? null)],
    },
  };
}

/** Leaves a tenth of air above and below, and never blows the noise of a constant up to full height. */
function padded(_: uPlot, min: number | null, max: number | null): [number, number] {
  if (min === null || max === null) return [0, 1];
  const span = Math.max(max - min, Math.abs(max) * 0.01, 1e-6);
  const middle = (min + max) / 2;
  return [middle - span * 0.6, middle + span * 0.6];
}

function shade(chart: uPlot, { abnormal, unjudged }: Scene, ink: Ink): void {
  const { ctx, bbox } = chart;
  const fill = ({ from, to }: Span, colour: string, opacity: number) => {
    const left = Math.max(bbox.left, chart.valToPos(from, 'x', true));
    const right = Math.min(bbox.left + bbox.width, chart.valToPos(to, 'x', true));
    if (right <= left) return;
    ctx.globalAlpha = opacity;
    ctx.fillStyle = colour;
    ctx.fillRect(left, bbox.top, right - left, bbox.height);
    ctx.globalAlpha = 1;
  };
  ctx.save();
  for (const span of unjudged) fill(span, ink.unjudged, 0.5);
  for (const span of abnormal) {
    fill(span, ink.wash, 1);
    fill({ from: span.from, to: span.from + onePixel(chart) }, ink.abnormal, 0.8);
  }
  ctx.restore();
}

function onePixel(chart: uPlot): number {
  return chart.posToVal(1, 'x') - chart.posToVal(0, 'x');
}

function limitLine(chart: uPlot, ink: Ink): void {
  const { ctx, bbox } = chart;
  const y = Math.round(chart.valToPos(1, 'y', true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = ink.limit;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}
