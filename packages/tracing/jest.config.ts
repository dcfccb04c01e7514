import { projectTests } from '../../jest.preset.ts';

export default projectTests;
