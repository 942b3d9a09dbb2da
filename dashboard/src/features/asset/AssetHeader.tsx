import Link from 'next/link';
import type { Asset } from '@/shared/api/contract';
import { Moment } from '@/shared/time/Moment';
import { ConditionSign } from '@/shared/ui/Signs';
import { severe, slugWords, ZONE_WORD } from '@/shared/ui/words';
import styles from './asset.module.css';

export function AssetHeader({ asset }: { asset: Asset }) {
  const { path, model, score, vibration } = asset;
  return (
    <header className={styles.header} data-testid="asset-header">
      <div className={styles.identity}>
        <p className={styles.path}>
          <Link href="/" prefetch={false}>
            {path.site}
          </Link>{' '}
          / {path.area} / {path.system}
        </p>
        <h1>
          {asset.id} <span className={styles.name}>{asset.name}</span>
        </h1>
        <p className={styles.verdict}>
          <ConditionSign condition={asset.condition} />
          <span data-testid="asset-headline">{asset.headline}</span>
        </p>
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>Score, limit 1.00</dt>
          <dd className={score !== null && score >= 1 ? styles.over : undefined} data-testid="asset-score">
            {score === null ? 'none yet' : score.toFixed(2)}
          </dd>
        </div>
        {vibration && (
          <div>
            <dt>Vibration by {vibration.standard}</dt>
            <dd className={severe(vibration.zone) ? styles.over : undefined} data-testid="vibration-zone">
              Zone {vibration.zone}, {ZONE_WORD[vibration.zone]}
            </dd>
          </div>
        )}
        <div>
          <dt>Last window</dt>
          <dd>{asset.lastSeen ? <Moment at={asset.lastSeen} /> : 'never'}</dd>
        </div>
        <div>
          <dt>Criticality</dt>
          <dd>{asset.criticality} of 5</dd>
        </div>
        <div>
          <dt>{slugWords(asset.equipmentClass)}, judged by</dt>
          <dd data-testid="asset-model">{model ? `${model.name} v${model.version}` : 'no model yet'}</dd>
        </div>
      </dl>
    </header>
  );
}
