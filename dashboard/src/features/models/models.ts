import type { EquipmentClass, ModelVersion } from '@/shared/api/contract';

export interface ModelFamily {
  name: string;
  /** Newest first. */
  versions: ModelVersion[];
}

export function families(models: readonly ModelVersion[]): ModelFamily[] {
  const byName = new Map<string, ModelVersion[]>();
  for (const model of models) byName.set(model.name, [...(byName.get(model.name) ?? []), model]);
  return [...byName]
    .map(([name, versions]) => ({ name, versions: versions.toSorted((a, b) => b.version - a.version) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Returns `trainingRows` or `training_rows` as `Training rows`. */
export function fieldLabel(name: string): string {
  const words = name
    .replaceAll(/[._-]/g, ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replaceAll(/\b(f1|auc|roc|rmse|far|mar|sha256)\b/gi, (name) => name.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns a metric with as many digits as it is worth: three behind the point for shares, none for big counts. */
export function metric(value: number): string {
  if (!Number.isFinite(value)) return 'not measured';
  if (Number.isInteger(value)) return value.toLocaleString('en-GB');
  return Math.abs(value) >= 100 ? value.toFixed(1) : value.toFixed(3);
}

/** Returns the provenance as pairs of words, nested objects opened one level deep at a time. */
export function facts(provenance: Record<string, unknown>, prefix = ''): [string, string][] {
  return Object.entries(provenance).flatMap(([name, value]): [string, string][] => {
    const label = prefix === '' ? fieldLabel(name) : `${prefix}: ${fieldLabel(name).toLowerCase()}`;
    if (value === null || value === undefined || value === '') return [];
    if (Array.isArray(value)) return [[label, value.map((each) => plain(each)).join(', ')]];
    if (typeof value === 'object') return facts(value as Record<string, unknown>, label);
    return [[label, plain(value)]];
  });
}

function plain(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Returns the names of the models that can be trained: those of classes with machines, and those that were trained before. */
export function trainable(classes: readonly EquipmentClass[], versions: readonly ModelVersion[]): string[] {
  const ofClasses = classes.filter(({ machines }) => machines > 0).map(({ equipmentClass }) => `anomaly/${equipmentClass}`);
  return [...new Set([...ofClasses, ...versions.map(({ name }) => name)])].sort();
}
