import { main } from '../cli/main.ts';
import { localHost } from './localHost.ts';

// Whoever reads us may have seen enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = main(process.argv.slice(2), localHost);
