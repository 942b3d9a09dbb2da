import Link from 'next/link';
import type { PlantAsset } from '@/shared/api/contract';
import { Moment } from '@/shared/time/Moment';
import { assetHref } from '@/shared/ui/links';
import { ScoreBar } from '@/shared/ui/ScoreBar';
import { ConditionSign } from '@/shared/ui/Signs';
import styles from './plant.module.css';

interface Props {
  title: string;
  testId: string;
  assets: PlantAsset[];
  offset: number;
  withHeadline?: boolean;
}

/** Machines that ask for nothing, small and in rows that line up. */
export function QuietList({ title, testId, assets, offset, withHeadline = false }: Props) {
  return (
    <section aria-labelledby={testId}>
      <h2 id={testId} className={styles.sectionTitle}>
        {title} <span className={styles.sectionCount}>{assets.length}</span>
      </h2>
      <ul className={styles.quiet} data-testid={testId}>
        {assets.map((asset) => (
          <li key={asset.id}>
            <Link
              href={assetHref(asset.id)}
              prefetch={false}
              className={styles.tile}
              data-testid="asset-row"
              data-asset={asset.id}
              data-condition={asset.condition}
            >
              <span className={styles.assetName}>
                <strong>{asset.id}</strong> {asset.name}
              </span>
              {withHeadline && <span className={styles.tileHeadline}>{asset.headline}</span>}
              <span className={styles.tileFoot}>
                <ConditionSign condition={asset.condition} />
                {asset.score !== null && <ScoreBar score={asset.score} />}
                <span className={styles.tileSeen}>
                  {asset.lastSeen ? <Moment at={asset.lastSeen} as="ago" offset={offset} /> : 'never seen'}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
