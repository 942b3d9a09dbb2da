import Link from 'next/link';
import { Empty } from '@/shared/ui/Notice';

export default function NotFound() {
  return (
    <Empty title="There is no such page">
      <p>
        <Link href="/">Go to the plant overview</Link>
      </p>
    </Empty>
  );
}
