import type { SuiteAddresses } from './suite.ts';

/** The suite under test, started once for all end-to-end specs of a run. */
export const suiteUnderTest = (): SuiteAddresses => {
  const said = process.env.TEST_SUITE;
  if (!said) throw new Error('End-to-end specs run through the `e2e` project of jest.preset.ts.');
  // Written by the setup below, in the same run.
  return JSON.parse(said) as SuiteAddresses;
};

export const announceSuite = (addresses: string) => {
  process.env.TEST_SUITE = addresses;
};

export const nodeEnvironment = () => ({ ...process.env });
