'use client';

import { api } from '@/shared/api/client';
import type { Plant } from '@/shared/api/contract';
import { useResource } from '@/shared/api/useResource';
import { useLiveEvents, useThrottled } from '@/shared/live/useLive';
import { Failure, Waiting } from '@/shared/ui/Notice';
import { PrioritySign } from '@/shared/ui/Signs';
import { count, PRIORITY_WORD } from '@/shared/ui/words';
import { AttentionList } from './AttentionList';
import { FirstStart } from './FirstStart';
import { changesPicture, overview, stage, withScores, type Overview } from './plant';
import { QuietList } from './QuietList';
import styles from './plant.module.css';

const RELOAD_MS = 2_000;

/** The plant at a glance: what needs attention first, in words, and how the rest is doing. */
export function PlantPage() {
  const { data: plant, error, receivedAt, reload, patch } = useResource('plant', api.plant);
  const reloadSoon = useThrottled(reload, RELOAD_MS);

  useLiveEvents((batch) => {
    if (plant === undefined) return;
    const scores = batch.flatMap((event) => (event.type === 'assessment' ? [event.data] : []));
    if (scores.length > 0) patch((now) => withScores(now, scores));
    if (batch.some((event) => changesPicture(plant, event))) reloadSoon();
  });

  if (plant === undefined) {
    return (
      <>
        <h1 className={styles.title}>Plant</h1>
        {error ? <Failure error={error} /> : <Waiting what="the plant" />}
      </>
    );
  }
  return (
    <>
      {error && <Failure error={error} />}
      <PlantView plant={plant} offset={Date.parse(plant.time) - receivedAt} />
    </>
  );
}

function PlantView({ plant, offset }: { plant: Plant; offset: number }) {
  const view = overview(plant.assets);
  const reached = stage(plant.assets);
  return (
    <div className={styles.page}>
      <div className={styles.summary}>
        <div>
          <p className={styles.plantName}>{plant.name}</p>
          <h1 data-testid="plant-summary">{sentence(view, plant.assets.length, reached === 'watching')}</h1>
        </div>
        <Tally alarms={view.alarms} />
      </div>
      {reached !== 'watching' && <FirstStart stage={reached} machines={plant.assets.length} />}
      {view.attention.length > 0 && <AttentionList assets={view.attention} offset={offset} />}
      {view.aside.length > 0 && (
        <QuietList title="Abnormal, alarm set aside" testId="aside" assets={view.aside} offset={offset} withHeadline />
      )}
      {view.unjudged.length > 0 && (
        <QuietList title="Silent or not judged" testId="unjudged" assets={view.unjudged} offset={offset} withHeadline />
      )}
      {view.normal.length > 0 && (
        <QuietList title="Normal" testId="normal" assets={view.normal} offset={offset} />
      )}
    </div>
  );
}

function sentence({ attention, aside, unjudged }: Overview, all: number, watching: boolean): string {
  if (attention.length > 0) {
    return `${attention.length} of ${count(all, 'machine', 'machines')} ${attention.length === 1 ? 'needs' : 'need'} attention`;
  }
  if (!watching) return 'Getting to know the plant';
  if (aside.length > 0) return 'Nothing else abnormal';
  return unjudged.length > 0 ? 'Nothing abnormal where it can be judged' : 'Nothing abnormal';
}

function Tally({ alarms }: { alarms: Overview['alarms'] }) {
  return (
    <dl className={styles.tally} aria-label="Machines with an open alarm, by priority">
      {(['critical', 'high', 'medium', 'low'] as const).map((priority) => (
        <div key={priority} className={alarms[priority] > 0 ? styles.some : styles.none}>
          <dt>
            <PrioritySign priority={priority} filled={alarms[priority] > 0} label={PRIORITY_WORD[priority]} />
          </dt>
          <dd data-testid={`tally-${priority}`}>{alarms[priority]}</dd>
        </div>
      ))}
    </dl>
  );
}
