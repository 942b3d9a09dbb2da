import Link from 'next/link';
import type { PlantAsset } from '@/shared/api/contract';
import { Moment } from '@/shared/time/Moment';
import { assetHref } from '@/shared/ui/links';
import { ScoreBar } from '@/shared/ui/ScoreBar';
import { ConditionSign, PrioritySign, StateWord, waits } from '@/shared/ui/Signs';
import { PRIORITY_WORD } from '@/shared/ui/words';
import styles from './plant.module.css';

/** The machines that need somebody, most urgent first, each saying in words what is going on. */
export function AttentionList({ assets, offset }: { assets: PlantAsset[]; offset: number }) {
  return (
    <section aria-labelledby="attention">
      <h2 id="attention" className={styles.sectionTitle}>
        Needs attention
      </h2>
      <ol className={styles.attention} data-testid="attention">
        {assets.map((asset) => (
          <li key={asset.id}>
            <Link
              href={assetHref(asset.id)}
              prefetch={false}
              className={styles.urgent}
              data-testid="asset-row"
              data-asset={asset.id}
              data-condition={asset.condition}
            >
              <span className={styles.cellCondition}>
                <ConditionSign condition={asset.condition} />
              </span>
              <span className={styles.cellWhat}>
                <span className={styles.assetName}>
                  <strong>{asset.id}</strong> {asset.name}
                </span>
                <span className={styles.headline} data-testid="headline">
                  {asset.headline}
                </span>
                <span className={styles.place}>
                  {asset.path.area}, {asset.path.system} · criticality {asset.criticality} of 5
                </span>
              </span>
              <span className={styles.cellAlarm}>
                {asset.openAlarm && (
                  <>
                    <PrioritySign
                      priority={asset.openAlarm.priority}
                      filled={waits(asset.openAlarm.state)}
                      label={`${PRIORITY_WORD[asset.openAlarm.priority]} alarm`}
                    />
                    <StateWord state={asset.openAlarm.state} />
                  </>
                )}
                {asset.deadline && (
                  <span className={styles.deadline} data-testid="deadline" data-urgency={asset.deadline.urgency}>
                    {asset.deadline.urgency === 'now' ? (
                      'Act now'
                    ) : (
                      <>
                        Act by <Moment at={asset.deadline.actBy} offset={offset} />
                      </>
                    )}
                  </span>
                )}
              </span>
              <span className={styles.cellScore}>
                <ScoreBar score={asset.score} />
                <span className={styles.seen}>
                  {asset.lastSeen ? (
                    <>
                      seen <Moment at={asset.lastSeen} as="ago" offset={offset} />
                    </>
                  ) : (
                    'never seen'
                  )}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
