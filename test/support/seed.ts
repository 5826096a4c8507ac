import { configureGlobal, readConfigureGlobal } from 'fast-check';

/*
 * Loaded before every test file. Properties draw the same values in every run, so that a red run is red for everybody;
 * `NETPOL_SEED=random` looks for new counterexamples, `NETPOL_SEED=N` at those of another run.
 */

const given = process.env['NETPOL_SEED'] ?? '20';

if (given !== 'random') configureGlobal({ ...readConfigureGlobal(), seed: Number(given) });
