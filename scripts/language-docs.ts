/** Writes `docs/language.md` from grammar, vocabulary and `scripts/reference`. Run with `npm run reference`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languagePage } from './reference/page.ts';

writeFileSync(join(import.meta.dirname, '../docs/language.md'), languagePage());
