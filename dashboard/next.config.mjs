import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Names a build by what went into it, so that the same sources give the same files. */
function sourcesId() {
  const here = import.meta.dirname;
  const source = readdirSync(join(here, 'src'), { recursive: true, encoding: 'utf8' }).map((name) => join('src', name));
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', ...source].sort()) {
    const path = join(here, name);
    if (statSync(path).isFile()) hash.update(name).update('\0').update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

/** @type {import('next').NextConfig} */
const config = {
  output: 'export',
  trailingSlash: true,
  images: { unoptimized: true },
  devIndicators: false,
  generateBuildId: sourcesId,
  // `npm run lint` checks the types; checking them a second time here would double the time of the platform's build.
  typescript: { ignoreBuildErrors: true },
  // The platform owns the repository root; Next must not look for a lock file above this folder.
  turbopack: { root: import.meta.dirname },
};

export default config;
