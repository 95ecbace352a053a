export type ParameterType = 'any' | 'number' | 'string' | 'boolean';

export interface CustomFunctionParameter {
  name: string;
  type: ParameterType;
  /** A matrix parameter gets rows of values, a scalar one gets one value. */
  isMatrix: boolean;
  isOptional: boolean;
}

export interface CustomFunction {
  /** What the runtime knows it by, e.g. `BILLABLE_UNITS`. */
  id: string;
  /** As in a formula, in capitals, e.g. `CLAIM.BILLABLE_UNITS`. */
  fullName: string;
  parameters: CustomFunctionParameter[];
  isVolatile: boolean;
  /** Answers with `setResult`, as often as it likes, until it is cancelled. */
  isStreaming: boolean;
  /** Error values reach its `any` parameters instead of being its answer. */
  allowsErrors: boolean;
}

/** The add-in's functions by their full name in capitals. */
export interface CustomFunctionTable {
  namespace: string;
  functions: ReadonlyMap<string, CustomFunction>;
}

interface FunctionsJson {
  allowErrorForDataTypeAny?: boolean;
  functions: {
    id: string;
    name: string;
    parameters?: {
      name: string;
      type?: string;
      dimensionality?: string;
      optional?: boolean | null;
      repeating?: boolean;
    }[];
    options?: { volatile?: boolean; stream?: boolean; allowErrorForDataTypeAny?: boolean };
  }[];
}

/**
 * Reads the functions.json that custom-functions-metadata-plugin writes. Throws where a function needs what the
 * Desk does not do (repeating parameters), so that it is never answered wrongly.
 * Format: learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json
 */
export function readCustomFunctionTable(json: FunctionsJson, namespace = 'CLAIM'): CustomFunctionTable {
  const functions = new Map<string, CustomFunction>();
  for (const { id, name, parameters = [], options = {} } of json.functions) {
    const fullName = `${namespace}.${name}`.toUpperCase();
    functions.set(fullName, {
      id,
      fullName,
      isVolatile: options.volatile === true,
      isStreaming: options.stream === true,
      allowsErrors: (options.allowErrorForDataTypeAny ?? json.allowErrorForDataTypeAny) === true,
      parameters: parameters.map((parameter) => {
        if (parameter.repeating === true)
          throw new Error(`The Desk does not do repeating parameters: ${fullName}, ${parameter.name}.`);
        return {
          name: parameter.name,
          type: parameterType(parameter.type),
          isMatrix: parameter.dimensionality === 'matrix',
          isOptional: parameter.optional === true,
        };
      }),
    });
  }
  return { namespace: namespace.toUpperCase(), functions };
}

function parameterType(type: string | undefined): ParameterType {
  return type === 'number' || type === 'string' || type === 'boolean' ? type : 'any';
}
