import type { Report } from './report.ts';

/** The result itself; `docs/check-result.schema.json` is its schema. */
export const json: Report = { word: 'json', text: (result) => `${JSON.stringify(result, undefined, 2)}\n` };
