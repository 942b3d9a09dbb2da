/** Returns the address of the asset's page; the id travels in the query since assets are not known at build time. */
export function assetHref(id: string): string {
  return `/asset/?id=${encodeURIComponent(id)}`;
}

/** Returns the address of the alarm list with that alarm opened. */
export function alarmHref(id: string): string {
  return `/alarms/?id=${encodeURIComponent(id)}`;
}
