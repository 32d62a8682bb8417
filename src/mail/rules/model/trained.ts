import { parseModel, type Model } from './heads.ts';
import { bias, table } from './weights.ts';

let model: Model | null = null;

/** The model that is shipped, read from its table once. */
export function trainedModel(): Model {
  model ??= parseModel(bias, table);
  return model;
}
