import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AssetWithAlarms } from './AssetWithAlarms';

export const metadata: Metadata = { title: 'Asset' };

export default function Page() {
  return (
    <Suspense>
      <AssetWithAlarms />
    </Suspense>
  );
}
