import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import type { Report } from './report.ts';
import { sarif } from './sarif.ts';

/** Every form of a result; the first is the one without `--format`. */
export const allReports: readonly Report[] = [pretty, json, sarif, github, junit];
