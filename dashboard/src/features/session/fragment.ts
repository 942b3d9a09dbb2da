/** Returns the secret of a fragment such as `#key=im_1_abc`, if there is one. A plus sign stands for itself. */
export function keyInFragment(hash: string): string | undefined {
  const written = /^#(?:.*&)?key=([^&]+)/.exec(hash)?.[1];
  if (written === undefined) return undefined;
  try {
    return decodeURIComponent(written);
  } catch {
    return written; // a stray per cent sign: the key was pasted as it is
  }
}
