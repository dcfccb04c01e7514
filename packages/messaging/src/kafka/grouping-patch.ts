type Groups<Item> = Record<string, Item[]>;

/**
 * kafkajs groups messages by partition in a `reduce` that copies a partition's list for each message it adds: its time
 * grows with the square. A list made by this is grouped by the same step, but each message by itself.
 */
export const groupedOnce = <Item>(items: Item[]): Item[] =>
  Object.defineProperty(items, 'reduce', {
    value: (step: (groups: Groups<Item>, item: Item) => Groups<Item>) => {
      const groups: Groups<Item> = {};
      for (const item of items) {
        for (const partition of Object.keys(step({}, item))) (groups[partition] ??= []).push(item);
      }
      return groups;
    },
  });
