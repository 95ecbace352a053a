import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { readCustomFunctionTable, type CustomFunctionTable } from '../calc/custom-function-table';
import type { Client } from '../runtime/client';

const FUNCTIONS_FOLDER = join(__dirname, '../../src/functions');
const NAMESPACE = 'CLAIM';

interface AddInFunctions {
  table: CustomFunctionTable;
  associate(client: Client): Promise<void>;
}

let known: Promise<AddInFunctions> | null = null;

/**
 * What Excel reads in functions.json, made from the same sources by the same generator as the build does
 * (webpack.config.js), so that the Desk needs no build before it.
 */
export function addInFunctions(): Promise<AddInFunctions> {
  known ??= readSources();
  return known;
}

async function readSources(): Promise<AddInFunctions> {
  const files = readdirSync(FUNCTIONS_FOLDER).map((name) => join(FUNCTIONS_FOLDER, name));
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(files);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return {
    table: readCustomFunctionTable(
      { ...JSON.parse(metadataJson), allowErrorForDataTypeAny: true },
      NAMESPACE,
    ),
    async associate(client) {
      for (const { sourceFileName, functionName, id } of associate) {
        const path = files.find((file) => basename(file) === basename(sourceFileName)) ?? sourceFileName;
        const code = (await import(path)) as Record<string, (...values: unknown[]) => unknown>;
        const written = code[functionName];
        if (!written) throw new Error(`${functionName} is not exported by ${path}`);
        client.CustomFunctions.associate(id, written);
      }
    },
  };
}
