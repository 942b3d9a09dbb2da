'use client';

import { AdvicePanel } from '@/features/advice/AdvicePanel';
import { AlarmCard } from '@/features/alarms/AlarmCard';
import { AssetPage } from '@/features/asset/AssetPage';

/** The asset's page with the alarm's card and the advice in it: features meet here, never in each other. */
export function AssetWithAlarms() {
  return (
    <AssetPage
      renderAlarm={(alarm, onChange) => <AlarmCard alarm={alarm} onChange={onChange} />}
      renderAdvice={(asset) => <AdvicePanel asset={asset} />}
    />
  );
}
