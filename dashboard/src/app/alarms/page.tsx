import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AlarmPage } from '@/features/alarms/AlarmPage';

export const metadata: Metadata = { title: 'Alarms' };

export default function Page() {
  return (
    <Suspense>
      <AlarmPage />
    </Suspense>
  );
}
