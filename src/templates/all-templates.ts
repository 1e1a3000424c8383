import { full } from './full.ts';
import { journey } from './journey.ts';
import { landscape } from './landscape.ts';
import { lifecycle } from './lifecycle.ts';
import type { Template } from './template.ts';

/** Every template, the one that most begin with first. */
export const allTemplates: readonly Template[] = [landscape, journey, lifecycle, full];
