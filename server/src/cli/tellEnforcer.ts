import { enforcerText } from '../workspace/enforcer.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Host } from './host.ts';

/** Says which network plugin an answer takes to enforce, where that is a guess that it may depend on. */
export function tellEnforcer(snapshot: Snapshot, host: Host): void {
  const { configured, settings } = snapshot;
  if (configured.enforcer !== 'auto' || settings.assumptions.enforcer === 'generic') return;
  host.complain(`netpol: enforcer: ${enforcerText(snapshot)}; --set enforcer=NAME sets another\n`);
}
