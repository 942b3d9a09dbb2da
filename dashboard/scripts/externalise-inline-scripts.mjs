// Moves the inline scripts of the exported pages into files, so that the pages run under `script-src 'self'` with no
// hashes, no nonces and no 'unsafe-inline', and writes the policy the server has to send to out/csp.json.
//
// Next's static export carries each page's data in inline scripts. Run in place from a file of their own they do the
// same: a classic script without async or defer runs where it stands, in order. Neighbours share a file.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const out = resolve(import.meta.dirname, '../out');
const folder = '_next/static/inline';
const INLINE_RUN = /(?:<script>[\s\S]*?<\/script>|<script(?! [^>]*src=)(?: id="[^"]*")?>[\s\S]*?<\/script>)+/g;
const INLINE = /<script[^>]*>([\s\S]*?)<\/script>/g;

mkdirSync(join(out, folder), { recursive: true });
let pages = 0;
for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.html')) continue;
  const path = join(out, name);
  const html = readFileSync(path, 'utf8').replace(INLINE_RUN, (run) => {
    const code = [...run.matchAll(INLINE)].map(([, body]) => body).join(';\n');
    const file = `${folder}/${createHash('sha256').update(code).digest('hex').slice(0, 20)}.js`;
    writeFileSync(join(out, file), code);
    return `<script src="/${file}"></script>`;
  });
  if (/<script(?![^>]* src=)/.test(html)) throw new Error(`${name} still has an inline script`);
  if (/ style="| on[a-z]+="/.test(html)) throw new Error(`${name} has an inline style or handler, which the policy forbids`);
  writeFileSync(path, html);
  pages++;
}

const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};
const contentSecurityPolicy = Object.entries(policy)
  .map((directive) => directive.join(' '))
  .join('; ');
// No hashes are left to allow; a server that adds hashes to a policy of its own finds an empty list.
writeFileSync(join(out, 'csp.json'), `${JSON.stringify({ contentSecurityPolicy, scriptHashes: [] }, null, 2)}\n`);
console.log(`${pages} pages run under: ${contentSecurityPolicy}`);
