import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../server';
import { nodeRuntime } from './runtime';

startServer(createConnection(ProposedFeatures.all), nodeRuntime);
