// Holds the walls between features: a feature imports from shared and from itself, shared imports from shared alone,
// and only src/app, where features meet, sees all of them.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const source = resolve(import.meta.dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

/** Returns the room a file is in: `features/plant`, `shared` or `app`. */
function room(path) {
  const [first, second] = path.split(sep);
  return first === 'features' ? `features/${second}` : first;
}

const mayImport = (from, to) => from === 'app' || to === 'shared' || from === to;

const breaches = files.flatMap((file) => {
  const imports = readFileSync(join(source, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(@\/[^']+|\.[^']+)'/g);
  return [...imports].flatMap(([, target]) => {
    const path = target.startsWith('@/')
      ? join(source, target.slice(2))
      : resolve(source, dirname(file), target);
    const [from, to] = [room(file), room(relative(source, path))];
    return mayImport(from, to) ? [] : [`src/${file}: ${from} must not import ${to} (${target})`];
  });
});

for (const breach of breaches) console.error(breach);
if (breaches.length > 0) process.exit(1);
console.log(`walls hold in ${files.length} files`);
