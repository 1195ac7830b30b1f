// A component without its styles works, and looks broken: nothing but eyes or this test would notice.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '..');
const mantine = join(import.meta.dirname, '../../../../node_modules/@mantine/core/styles');

it('has the styles of every component in use', () => {
  const files = globSync('**/*.tsx', { cwd: source }).map((file) => readFileSync(join(source, file), 'utf8'));
  const imports = files.flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)]);
  const used = new Set(imports.flatMap(([, names = '']) => names.split(',').map((name) => name.trim())));
  expect(used.size).toBeGreaterThan(30);
  const styles = readFileSync(join(import.meta.dirname, 'styles.ts'), 'utf8');
  const missing = [...used].filter(
    (name) => existsSync(join(mantine, `${name}.css`)) && !styles.includes(`/${name}.css'`),
  );
  expect(missing).toEqual([]);
});
