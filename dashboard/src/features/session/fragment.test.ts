import { expect, it } from 'vitest';
import { keyInFragment } from './fragment';

it.each([
  ['#key=im_1_abc', 'im_1_abc'],
  ['#key=a%2Fb', 'a/b'],
  ['#key=a+b%', 'a+b%'],
  ['#key=', undefined],
  ['#content', undefined],
  ['', undefined],
])('finds in %s the key %s', (hash, key) => expect(keyInFragment(hash)).toBe(key));
