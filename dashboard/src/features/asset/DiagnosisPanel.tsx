import type { Channel, Diagnosis, Evidence, RankedMode } from '@/shared/api/contract';
import { Panel } from '@/shared/ui/Panel';
import { channelLabel, deviationWords, expectedSignWords } from '@/shared/ui/words';
import { fit } from './asset';
import styles from './asset.module.css';

interface Props {
  diagnosis: Diagnosis;
  channels: Channel[];
}

/** What the signs fit, what to do about it, and where that is written. */
export function DiagnosisPanel({ diagnosis, channels }: Props) {
  const [best, ...others] = diagnosis.modes;
  const label = (name: string) => channelLabel(name, channels.find((channel) => channel.name === name)?.description);
  return (
    <Panel title="Diagnosis" testId="diagnosis">
      {best ? (
        <>
          <ModeHead mode={best} />
          <div className={styles.action} data-testid="recommended-action">
            <h3>What to do</h3>
            <p>{best.action}</p>
          </div>
          <EvidenceList evidence={best.evidence} label={label} />
        </>
      ) : (
        <p>The signs fit no failure mode that is known for this class of machine. Look at the trends first.</p>
      )}
      {others.length > 0 && (
        <details className={styles.disclosure} data-testid="other-modes">
          <summary>
            {others.length === 1 ? 'One other failure mode' : `${others.length} other failure modes`}, less likely
          </summary>
          {others.map((mode) => (
            <div key={mode.id} className={styles.otherMode}>
              <ModeHead mode={mode} />
              <EvidenceList evidence={mode.evidence} label={label} />
              <p className={styles.otherAction}>What to do: {mode.action}</p>
            </div>
          ))}
        </details>
      )}
      {diagnosis.missing.length > 0 && (
        <div className={styles.missing} data-testid="missing">
          <h3>What would make this surer</h3>
          <ul>
            {diagnosis.missing.map((each) => (
              <li key={each}>{/^[a-z0-9_]+$/.test(each) ? label(each) : each}</li>
            ))}
          </ul>
        </div>
      )}
      {diagnosis.citations.length > 0 && (
        <div className={styles.sources} data-testid="citations">
          <h3>Sources</h3>
          <ol>
            {diagnosis.citations.map(({ source, text }) => (
              <li key={source + text}>
                <cite>{source}</cite>
                {text && <q>{text}</q>}
              </li>
            ))}
          </ol>
        </div>
      )}
    </Panel>
  );
}

function ModeHead({ mode }: { mode: RankedMode }) {
  return (
    <div className={styles.mode} data-testid="failure-mode">
      <p className={styles.modeName}>{mode.name}</p>
      <p className={styles.modeFit}>fits {fit(mode.score)}</p>
      <p className={styles.modeItem}>
        {mode.item} · ISO 14224 {mode.iso14224}
      </p>
    </div>
  );
}

function EvidenceList({ evidence, label }: { evidence: Evidence[]; label: (channel: string) => string }) {
  const ordered = evidence.toSorted((a, b) => Number(b.supports) - Number(a.supports));
  return (
    <ul className={styles.evidenceList}>
      {ordered.map(({ channel, expectedSign, deviation, supports }) => (
        <li key={channel} data-supports={supports}>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <path d={supports ? 'M2 7.5 5.5 11 12 3' : 'M3 3 11 11M11 3 3 11'} />
          </svg>
          <span>
            <span className={styles.evidenceName}>{label(channel)}</span>{' '}
            <span className={styles.evidenceWords}>
              {deviationWords(deviation)}; it {expectedSignWords(expectedSign)} in this failure
              <span className="visuallyHidden">{supports ? ', which supports it' : ', which contradicts it'}</span>
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
