import type { Suite } from './suite.builder.ts';
import { abstract, interfaceObject } from './suites/abstract.builder.ts';
import { withArguments } from './suites/arguments.builder.ts';
import { mashup, missing, unresolvable } from './suites/keys.builder.ts';
import { node } from './suites/node.builder.ts';
import { chains, nested } from './suites/requires.builder.ts';
import { choosing, failures } from './suites/selecting.builder.ts';
import { intersections, moved, mutations, shared } from './suites/sharing.builder.ts';

export const SUITES: readonly Suite[] = [
  ...[chains, nested, withArguments],
  ...[mashup, missing, unresolvable],
  ...[abstract, interfaceObject, node],
  ...[shared, mutations, intersections, moved],
  ...[choosing, failures],
];
