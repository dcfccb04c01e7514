/** At most so many for each of whatever they are counted by. Gives what gives a place back, once; null when there is none. */
export const createPlaces = (most: number) => {
  const taken = new Map<string, number>();
  return (whose: string): (() => void) | null => {
    const theirs = taken.get(whose) ?? 0;
    if (theirs >= most) return null;
    taken.set(whose, theirs + 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      const left = (taken.get(whose) ?? 1) - 1;
      if (left > 0) taken.set(whose, left);
      else taken.delete(whose);
    };
  };
};
