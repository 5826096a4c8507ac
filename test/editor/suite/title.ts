/** By which whoever reads the log knows that the tests have begun. */
export const TITLE = 'netpol in VS Code';
