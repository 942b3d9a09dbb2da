import { PlantPage } from '@/features/plant/PlantPage';

export default function Page() {
  return <PlantPage />;
}
