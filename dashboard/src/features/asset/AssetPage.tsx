'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Alarm, Asset } from '@/shared/api/contract';
import { Empty, Failure, Waiting } from '@/shared/ui/Notice';
import { Panel } from '@/shared/ui/Panel';
import type { SpanId } from '@/shared/time/time';
import { drivers, newestAbnormal, newestTime, splitChannels } from './asset';
import { AssetHeader } from './AssetHeader';
import { Contributions } from './Contributions';
import { DiagnosisPanel } from './DiagnosisPanel';
import { EpisodeTable } from './EpisodeTable';
import { Explanation } from './Explanation';
import { Trends } from './Trends';
import { useAlarmsOfAsset, useAsset, useJudgement, useLatest, useSeries, useStart } from './useAsset';
import styles from './asset.module.css';

interface Props {
  renderAlarm: (alarm: Alarm, onChange: (alarm: Alarm) => void) => React.ReactNode;
  renderAdvice: (asset: Asset) => React.ReactNode;
}

/** One machine: what is wrong and what to do beside the evidence for it. */
export function AssetPage({ renderAlarm, renderAdvice }: Props) {
  const id = useSearchParams().get('id');
  const { data: asset, error } = useAsset(id);
  useEffect(() => {
    if (asset) document.title = `${asset.id} ${asset.name} · IndustrialMind`;
  }, [asset]);

  if (id === null) {
    return (
      <Empty title="No machine was named">
        <p>Choose one from the plant overview.</p>
      </Empty>
    );
  }
  if (asset === undefined) return error ? <Failure error={error} /> : <Waiting what={id} />;
  return (
    <>
      {error && <Failure error={error} />}
      <AssetView key={asset.id} asset={asset} renderAlarm={renderAlarm} renderAdvice={renderAdvice} />
    </>
  );
}

function AssetView({ asset, renderAlarm, renderAdvice }: Props & { asset: Asset }) {
  const [span, setSpan] = useState<SpanId>('15m');
  const latest = useLatest(asset);
  const end = newestTime(asset.lastSeen, latest?.time);
  const start = useStart(asset, span, end);
  const { episodes, assessments, error } = useJudgement(asset, span, start, end);
  const { open, last, change } = useAlarmsOfAsset(asset.id, episodes);
  const { contributions, of } = drivers(episodes, assessments);
  const { driving, other } = splitChannels(asset.channels, contributions);
  const { series, error: seriesError } = useSeries(asset, span, start, end);
  const abnormal = newestAbnormal(assessments);
  const failure = seriesError ?? error;
  const diagnosis = (open[0] ?? last)?.diagnosis;

  return (
    <div className={styles.page}>
      <AssetHeader asset={asset} />
      <div className={styles.columns}>
        <div className={styles.alarms}>
          {open.map((alarm) => (
            <div key={alarm.id}>{renderAlarm(alarm, change)}</div>
          ))}
          {open.length === 0 && (
            <div className={styles.noAlarm} data-testid="no-alarm">
              <strong>No open alarm.</strong> {last ? 'What follows is about the last one.' : 'None has been raised yet.'}
            </div>
          )}
        </div>
        {renderAdvice(asset)}
        <div className={styles.evidence}>
          {failure && <Failure error={failure} />}
          <Trends
            start={start}
            end={end}
            span={span}
            onSpan={setSpan}
            driving={driving}
            other={other}
            series={series}
            latest={latest?.values}
            assessments={assessments}
            episodes={episodes}
            contributions={contributions}
            vibration={asset.vibration}
          />
          <Panel title="Episodes" aside="Stretches of abnormal behaviour" testId="episodes" flush>
            <EpisodeTable episodes={episodes} channels={asset.channels} />
          </Panel>
        </div>
        {diagnosis && <DiagnosisPanel diagnosis={diagnosis} channels={asset.channels} />}
        <Contributions contributions={contributions} of={of} channels={asset.channels}>
          {abnormal && <Explanation asset={asset.id} newest={abnormal} channels={asset.channels} />}
        </Contributions>
      </div>
    </div>
  );
}
