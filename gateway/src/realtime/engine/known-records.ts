/** The ids remembered last, at most so many. */
export const knownRecords = (limit: number) => {
  const ids = new Set<string>();
  return {
    add: (id: string) => {
      ids.delete(id);
      ids.add(id);
      const [oldest] = ids.size > limit ? ids : [];
      if (oldest !== undefined) ids.delete(oldest);
    },
    has: (id: string) => ids.has(id),
    /** True when it was known. */
    forget: (id: string) => ids.delete(id),
  };
};
