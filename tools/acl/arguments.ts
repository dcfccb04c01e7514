import { parseArgs } from 'node:util';

import type { Team } from './grants.ts';

const SAMPLE_TEAMS: readonly string[] = ['bi:no-persons', 'bi-persons:everything'];
const TOOL = 'kafka-acls.sh --bootstrap-server "$KAFKA_BROKERS" --command-config admin.properties';

/** A name becomes part of a command for a shell, and of names of groups. */
const TEAM = /^(?<name>[a-z][a-z0-9-]*):(?<sees>everything|no-persons)$/;

/** What was asked for on the command line. Throws one sentence about what cannot be. */
export const readArguments = (args: readonly string[]): { readonly tool: string; readonly teams: readonly Team[] } => {
  const { values } = parseArgs({
    args: [...args],
    options: { team: { type: 'string', multiple: true }, tool: { type: 'string', default: TOOL } },
  });
  return { tool: values.tool, teams: (values.team ?? SAMPLE_TEAMS).map(teamOf) };
};

const teamOf = (text: string): Team => {
  const { name, sees } = TEAM.exec(text)?.groups ?? {};
  if (!name || !sees) throw new TypeError(`--team ${text}: say NAME:no-persons or NAME:everything`);
  if (/^crm($|-)/.test(name)) throw new TypeError(`--team ${text}: names that begin with crm are the services’`);
  return { name, sees: sees === 'everything' ? sees : 'no-persons' };
};
