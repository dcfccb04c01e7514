import path from 'node:path';

/** Every step finds the pinned tools first, whatever the machine has, and nothing phones home. */
export const toolEnvironment = (root: string) => {
  process.env['PATH'] = [path.join(root, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter);
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  process.env['NX_DAEMON'] = 'false';
};
