import { workspaceTests } from './jest.preset.ts';

export default workspaceTests;
