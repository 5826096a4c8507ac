import type { Finding, RuleMeta, Severity } from '../model/finding.ts';
import type { Settings } from '../workspace/settings.ts';

/** Severities from the gravest to the mildest. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether `severity` is `least` or graver. */
export const isAtLeast = (severity: Severity, least: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(least);

/** Whether a setting silences the rule. */
export const isOff = ({ code }: RuleMeta, settings: Settings): boolean =>
  Object.hasOwn(settings.rules, code) && settings.rules[code] === 'off';

/**
 * The severity that a finding is shown with, null where a setting silences its rule: that of the setting, else of the
 * finding, else of the rule. What is merely possible is never above information, whatever is set.
 */
export function severityOf(meta: RuleMeta, finding: Finding, settings: Settings): Severity | null {
  if (isOff(meta, settings)) return null;
  const set = Object.hasOwn(settings.rules, meta.code) ? settings.rules[meta.code] : undefined;
  const severity = (set as Severity | undefined) ?? finding.severity ?? meta.severity;
  return finding.confidence === 'possible' && isAtLeast(severity, 'warning')
    ? 'information'
    : severity;
}
