import { blackBoxTests } from '../jest.preset.ts';

export default blackBoxTests;
