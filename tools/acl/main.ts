import { PUBLISHED_CONTRACTS } from '@crm/contracts';

import { readArguments } from './arguments.ts';
import { commandOf, grantsOfFollowers, grantsOfServices, grantsOfTeams } from './grants.ts';
import { followers, hearings } from './hearings.ts';

try {
  const { tool, teams } = readArguments(process.argv.slice(2));
  const grants = [
    ...grantsOfServices(PUBLISHED_CONTRACTS, hearings()),
    ...grantsOfFollowers(followers()),
    ...grantsOfTeams(PUBLISHED_CONTRACTS, teams),
  ];
  for (const grant of grants) console.log(commandOf(tool, grant));
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
