import type { GraphQLResolveInfo } from 'graphql';

import { type Execution, type Field, type Place, placeIn } from './execution.ts';

/**
 * What a resolver may ask about where it is. Most ask nothing, so all is looked up when asked: made for each of
 * thousands of fields, it has to cost next to nothing.
 */
export class ResolveInfo implements GraphQLResolveInfo {
  readonly #field: Field;
  readonly #execution: Execution;
  readonly #parent: Place | undefined;

  constructor(field: Field, execution: Execution, parent: Place | undefined) {
    this.#field = field;
    this.#execution = execution;
    this.#parent = parent;
  }

  get fieldName() {
    return this.#field.name;
  }
  get fieldNodes() {
    return this.#field.nodes;
  }
  get returnType() {
    return this.#field.type;
  }
  get parentType() {
    return this.#field.parentType;
  }
  get path() {
    return placeIn(this.#parent, this.#field.key, this.#field.parentType.name);
  }
  get schema() {
    return this.#execution.selecting.schema;
  }
  get fragments() {
    return this.#execution.selecting.fragments;
  }
  get rootValue() {
    return undefined;
  }
  get operation() {
    return this.#execution.operation;
  }
  get variableValues() {
    return this.#execution.variables;
  }
}
