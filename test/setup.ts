import * as fc from 'fast-check';

/** Properties are tried with the same values in every run, so that a run can be repeated; CRMMAP_SEED names others. */
const chosen = process.env['CRMMAP_SEED'] ?? '20261123';
fc.configureGlobal({ seed: chosen === 'random' ? Date.now() ^ (Math.random() * 0x100000000) : Number(chosen) });
