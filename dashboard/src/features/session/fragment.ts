/** Returns the secret of a fragment such as `#key=im_1_abc`, if there is one. */
export function keyInFragment(hash: string): string | undefined {
  const key = new URLSearchParams(hash.replace(/^#/, '')).get('key')?.trim();
  return key ? key : undefined;
}
