/** A character that is escaped, or a tab stop: with choices, with something in it, or empty. */
const PART = /\\([\\$}])|\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{\d+:([^}]*)\}|\$(?:\d+|\{\d+\})/g;

/** The text of a snippet for an editor that knows none: each tab stop as what stands in it until it is filled in. */
export const withoutTabStops = (snippet: string): string =>
  snippet.replace(
    PART,
    (_, escaped = '', choice = '', initial = '') => `${escaped}${choice}${initial}`,
  );
